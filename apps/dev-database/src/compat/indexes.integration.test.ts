import { Schema, type Connection, type Model } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMongoose } from '../testing/connect-mongoose.ts';
import { definePersonModel, type Person } from '../testing/person-model.ts';

let connection: Connection;
let people: Model<Person>;
beforeAll(async () => {
  connection = await connectMongoose();
  people = definePersonModel(connection);
  await people.createIndexes();
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

test('unique, partial and compound indexes are listed as they were made', async () => {
  expect(await people.collection.indexes()).toEqual([
    expect.objectContaining({ name: '_id_', key: { _id: 1 } }),
    expect.objectContaining({ key: { team: 1, email: 1 }, unique: true }),
    expect.objectContaining({
      key: { badge: 1 },
      unique: true,
      partialFilterExpression: { badge: { $type: 'string' } },
    }),
    expect.objectContaining({ key: { team: 1, state: 1, age: -1 } }),
  ]);
});

test('making them again changes nothing', async () => {
  expect(await people.syncIndexes()).toEqual([]);
});

test('a duplicate key is told with its index and values', async () => {
  await people.create({ team: 'x', email: 'one@example.test' });
  await expect(people.create({ team: 'x', email: 'one@example.test' })).rejects.toMatchObject({
    code: 11000,
    keyPattern: { team: 1, email: 1 },
    keyValue: { team: 'x', email: 'one@example.test' },
    message: expect.stringContaining('E11000 duplicate key error') as string,
  });
});

test('a duplicate key in an update is told the same way', async () => {
  await people.create({ team: 'y', email: 'one@example.test' }, { team: 'y', email: 'two@example.test' });
  const change = people.updateOne(
    { team: 'y', email: 'two@example.test' },
    { $set: { email: 'one@example.test' } },
  );
  await expect(change).rejects.toMatchObject({ code: 11000, keyPattern: { team: 1, email: 1 } });
  const replacement = people.findOneAndUpdate(
    { team: 'y', email: 'two@example.test' },
    { $set: { email: 'one@example.test' } },
  );
  await expect(replacement).rejects.toMatchObject({ code: 11000, keyPattern: { team: 1, email: 1 } });
});

test('a partial unique index holds only where its filter does', async () => {
  await people.create({ team: 'p', email: '1', badge: 'B1' });
  await people.create([
    { team: 'p', email: '2' },
    { team: 'p', email: '3' },
  ]);
  await expect(people.create({ team: 'p', email: '4', badge: 'B1' })).rejects.toMatchObject({ code: 11000 });
  await people.create({ team: 'p', email: '5', badge: 'B2' });
});

test('an unordered insert goes on after duplicates and names each', async () => {
  await people.create({ team: 'u', email: 'taken' });
  const emails = ['taken', 'free', 'taken', 'free too'];
  const insert = people.collection.insertMany(
    emails.map((email) => ({ team: 'u', email })),
    { ordered: false },
  );
  await expect(insert).rejects.toMatchObject({ writeErrors: [{ index: 0 }, { index: 2 }] });
  expect(await people.countDocuments({ team: 'u' })).toBe(3);
});

test('a unique index over duplicates is refused', async () => {
  const doubles = connection.collection('doubles');
  await doubles.insertMany([{ key: 1 }, { key: 1 }]);
  await expect(doubles.createIndex({ key: 1 }, { unique: true })).rejects.toMatchObject({ code: 11000 });
});

test('an index is dropped by name, and one that is not there is an error', async () => {
  await people.collection.createIndex({ name: 1 }, { name: 'by_name' });
  await people.collection.dropIndex('by_name');
  expect((await people.collection.indexes()).map(({ name }) => name)).not.toContain('by_name');
  await expect(people.collection.dropIndex('by_name')).rejects.toMatchObject({ code: 27 });
});

test('documents leave by themselves after the time their index says', { timeout: 150_000 }, async () => {
  const leases = connection.model(
    'Lease',
    new Schema({ until: Date }).index({ until: 1 }, { expireAfterSeconds: 0 }),
  );
  await leases.createIndexes();
  expect(await leases.collection.indexes()).toContainEqual(
    expect.objectContaining({ key: { until: 1 }, expireAfterSeconds: 0 }),
  );
  await leases.create([{ until: new Date(Date.now() - 1000) }, { until: new Date(Date.now() + 3_600_000) }]);
  await expect.poll(() => leases.countDocuments(), { timeout: 140_000, interval: 1000 }).toBe(1);
});
