import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { AccountView } from '../../wire/account.ts';
import { BUSINESS_HEADER } from '../../wire/account.ts';
import type { Accounts } from '../account/accounts.ts';
import { createAccounts } from '../account/accounts.ts';
import { createSalesChannelsSessions } from '../account/sales-channels-sessions.ts';
import type { Database } from '../database.ts';
import { openDatabase } from '../database.ts';
import { createAccountRoutes } from './account.routes.ts';
import { createErrorAnswer } from './refusal.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

const key = { keyId: 'test', secret: 'a secret of more than thirty-two characters' };
let mongo: MongoClient;
let database: Database;
let accounts: Accounts;
let server: Server;

beforeEach(async () => {
  mongo = await MongoClient.connect(inject('mongodbUri'));
  database = await openDatabase(mongo, `northwind-${crypto.randomUUID()}`);
  accounts = createAccounts(database);
  const sessions = createSalesChannelsSessions({ accounts, key, origin: 'http://northwind.test' });
  const app = express();
  app.use(express.json());
  app.use(createAccountRoutes({ accounts, sessions, salesChannelsUrl: 'http://sales.test' }));
  app.use(createErrorAnswer(() => {}));
  server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
});
afterEach(async () => {
  server.closeAllConnections();
  await once(server.close(), 'close');
  await mongo.db(database.name).dropDatabase();
  await mongo.close();
});

/** A request of a page that shows a business, in a browser whose last tab has chosen another one. */
async function ask(path: string, shown: string | null, body: object = {}, cookie = 'kestrel.mara') {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/api/${path}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      cookie: `northwind_account=${cookie}`,
      ...(shown !== null && { [BUSINESS_HEADER]: shown }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as unknown };
}

const claimsOf = (token: string) =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as object;

describe('what a page asks for', () => {
  it('is of the business it shows, whatever another tab has chosen since', async () => {
    const { body } = await ask('sales-channels/session', 'brightwater');
    expect(claimsOf((body as { token: string }).token)).toMatchObject({
      business: { id: 'brightwater' },
      sub: 'mara',
    });
  });

  it('is still asked by whoever is signed in', async () => {
    const { body } = await ask('sales-channels/session', 'brightwater', {}, 'kestrel.theo');
    expect(claimsOf((body as { token: string }).token)).toMatchObject({ sub: 'theo', permissions: ['read'] });
  });

  it('changes the plan of the business it shows', async () => {
    const { body } = await ask('account', 'brightwater', { plan: 'advanced' });
    expect((body as AccountView).business.id).toBe('brightwater');
    expect([await accounts.planOf('brightwater'), await accounts.planOf('kestrel')]).toEqual([
      'advanced',
      'standard',
    ]);
  });

  it.each([
    [null, 400],
    ['somebody-elses', 403],
  ])('is refused for the business %s with %i', async (shown, status) => {
    expect(await ask('sales-channels/session', shown)).toMatchObject({
      status,
      body: { message: expect.any(String) },
    });
    expect((await ask('account', shown, { plan: 'advanced' })).status).toBe(status);
    expect(await accounts.planOf('kestrel')).toBe('standard');
  });
});
