import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { createAuthorizationModel } from './authorization.model.ts';

const database = mongoose.createConnection(inject('mongodbUri'), { dbName: `sign-ins-${randomUUID()}` });
const authorizations = createAuthorizationModel(database);

beforeAll(() => database.asPromise());
afterAll(async () => {
  await database.dropDatabase();
  await database.close();
});

it('H-10 uses a state up once, whoever has read it before', async () => {
  const { _id } = await authorizations.create({
    provider: 'scripted',
    reconnects: null,
    returnTo: null,
    businessId: 'brightwater',
    businessName: 'Brightwater',
    userId: 'mara',
    userName: 'Mara',
    allowedOrigins: [],
    maxConnections: 1,
    moreConnectionsPlan: null,
    ticketHash: 'ticket',
    ticketExpiresAt: new Date(1000),
    expiresAt: new Date(2000),
  });
  const begun = await authorizations.findById(_id.toHexString());
  await authorizations.setState(begun!, 'state');
  // Two callbacks that have both read the sign-in before either uses it up.
  const [first, second] = [
    await authorizations.findByState('state'),
    await authorizations.findByState('state'),
  ];
  expect(await authorizations.takeAnswer(first!, new Date(500))).toBe(true);
  expect(await authorizations.takeAnswer(second!, new Date(501))).toBe(false);
});
