import type { Connection } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMongoose } from '../testing/connect-mongoose.ts';

let connection: Connection;
beforeAll(async () => {
  connection = await connectMongoose();
  await connection.createCollection('things');
  await connection.collection('things').insertMany([{ key: 1 }, { key: 2 }]);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const database = () => connection.getClient().db(connection.name);

test('sessions are offered, and a version that drivers know', async () => {
  const hello = await database().admin().command({ hello: 1 });
  expect(hello).toMatchObject({ logicalSessionTimeoutMinutes: 30, isWritablePrimary: true });
  expect(hello['maxWireVersion']).toBeGreaterThanOrEqual(17);
  expect(await database().admin().command({ buildInfo: 1 })).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+/) as string,
  });
});

test('collections are made, listed, renamed and dropped', async () => {
  const names = async () => (await database().listCollections().toArray()).map(({ name }) => name).sort();
  await database().createCollection('short');
  expect(await names()).toEqual(['short', 'things']);
  await database().collection('short').rename('long');
  expect(await names()).toEqual(['long', 'things']);
  await database().collection('long').drop();
  expect(await names()).toEqual(['things']);
});

test('a validator refuses what does not fit', async () => {
  await database().createCollection('strict', { validator: { $jsonSchema: { required: ['a'] } } });
  await expect(database().collection('strict').insertOne({ b: 1 })).rejects.toMatchObject({ code: 121 });
  await database().collection('strict').insertOne({ a: 1 });
  await database().collection('strict').drop();
});

test('a query is explained', async () => {
  expect(await database().collection('things').find({ key: 1 }).explain()).toHaveProperty('queryPlanner');
});

test('sizes are told', async () => {
  expect(await database().command({ collStats: 'things' })).toMatchObject({ count: 2, ok: 1 });
  expect(await database().stats()).toMatchObject({ collections: 1, ok: 1 });
});

test('databases are listed, and gone when dropped', async () => {
  const other = connection.getClient().db(`${connection.name}_other`);
  await other.collection('a').insertOne({});
  const names = async () => (await other.admin().listDatabases()).databases.map(({ name }) => name);
  expect(await names()).toContain(other.databaseName);
  await other.dropDatabase();
  expect(await names()).not.toContain(other.databaseName);
});

test('an unknown command is refused by name', async () => {
  await expect(database().command({ launder: 1 })).rejects.toMatchObject({
    code: 59,
    message: expect.stringContaining('launder') as string,
  });
});
