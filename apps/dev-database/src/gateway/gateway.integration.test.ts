import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';

const client = new MongoClient(inject('mongodbUri'));
beforeAll(() => client.connect());
afterAll(() => client.close());

test('a document comes back as it was written', async () => {
  const things = client.db('gateway_first').collection<{ _id: number; name: string }>('things');
  await things.deleteMany({});
  await things.insertOne({ _id: 1, name: 'one' });
  expect(await things.findOne({ _id: 1 })).toEqual({ _id: 1, name: 'one' });
});
