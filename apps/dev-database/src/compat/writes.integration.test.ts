import type { Connection, Model } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMongoose } from '../testing/connect-mongoose.ts';
import { definePersonModel, person, type Person } from '../testing/person-model.ts';

const size = 10_000;

let connection: Connection;
let people: Model<Person>;
beforeAll(async () => {
  connection = await connectMongoose();
  people = definePersonModel(connection);
  await people.createIndexes();
  await people.insertMany(Array.from({ length: size }, (_, number) => person(number)));
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

const one = (number: number) => ({ team: `team-${number % 10}`, email: `${number}@example.test` });

test('thousands of documents go in at once', async () => {
  expect(await people.countDocuments()).toBe(size);
});

test('a bulk of upserts updates what is there and inserts the rest', async () => {
  const numbers = Array.from({ length: 2000 }, (_, offset) => size - 1000 + offset);
  const result = await people.bulkWrite(
    numbers.map((number) => ({
      updateOne: {
        filter: one(number),
        update: { $set: { state: 'bulk' }, $inc: { visits: 1 }, $setOnInsert: { age: 5 } },
        upsert: true,
      },
    })),
    { ordered: false },
  );
  expect(result).toMatchObject({ matchedCount: 1000, upsertedCount: 1000 });
  expect(await people.countDocuments({ state: 'bulk', visits: 1 })).toBe(2000);
  expect(await people.countDocuments({ state: 'bulk', age: 5 })).toBe(1000 + 1000 / 80 - 0.5);
  await people.deleteMany({ state: 'bulk', name: { $exists: false } });
});

test('an upsert sets its first values once and answers with the document', async () => {
  const upsert = (name: string) =>
    people.findOneAndUpdate(
      { team: 'f', email: 'f' },
      { $set: { name }, $inc: { visits: 2 }, $setOnInsert: { age: 33 } },
      { upsert: true, returnDocument: 'after' },
    );
  expect(await upsert('first')).toMatchObject({ name: 'first', visits: 2, age: 33 });
  expect(await upsert('second')).toMatchObject({ name: 'second', visits: 4, age: 33 });
  const before = await people.findOneAndUpdate(
    { team: 'f' },
    { $inc: { visits: 1 } },
    { returnDocument: 'before' },
  );
  expect(before).toMatchObject({ visits: 4, createdAt: expect.any(Date) as Date });
});

test('an update may be a pipeline over the document', async () => {
  const changed = await people.findOneAndUpdate(
    one(44),
    [
      {
        $set: { visits: { $add: ['$age', 100] }, state: { $cond: [{ $gt: ['$age', 40] }, 'old', 'young'] } },
      },
    ],
    { returnDocument: 'after', updatePipeline: true },
  );
  expect(changed).toMatchObject({ visits: 144, state: 'old' });
});

test('arrays change in place', async () => {
  await people.updateOne(one(3), { $push: { tags: { $each: ['q', 'r'], $slice: -3 } }, $min: { age: 1 } });
  await people.updateOne(one(3), { $addToSet: { tags: 'q' }, $unset: { name: 1 } });
  await people.updateOne({ ...one(3), 'scores.game': 'go' }, { $set: { 'scores.$.points': 777 } });
  await people.updateOne(
    one(3),
    { $inc: { 'scores.$[score].points': 1 } },
    { arrayFilters: [{ 'score.game': 'chess' }] },
  );
  const changed = await people.findOne(one(3)).lean();
  expect(changed).toMatchObject({ tags: ['b3', 'q', 'r'], age: 1, scores: [{ points: 4 }, { points: 777 }] });
  expect(changed).not.toHaveProperty('name');
});

test('documents are deleted singly, by filter, and answering with them', async () => {
  await people.create(['1', '2', '3', '4'].map((email) => ({ team: 'd', email })));
  expect(await people.findOneAndDelete({ team: 'd', email: '1' })).toMatchObject({ email: '1' });
  expect(await people.deleteOne({ team: 'd', email: '1' })).toMatchObject({ deletedCount: 0 });
  expect(await people.deleteOne({ team: 'd', email: '2' })).toMatchObject({ deletedCount: 1 });
  expect(await people.deleteMany({ team: 'd' })).toMatchObject({ deletedCount: 2 });
});

test('an update that makes no sense changes nothing', async () => {
  await expect(people.collection.updateOne(one(5), { $set: { _id: 9 } })).rejects.toMatchObject({
    code: 66,
  });
  await expect(people.collection.updateOne(one(5), { $inc: { name: 1 } })).rejects.toMatchObject({
    code: 14,
  });
  await expect(
    people.collection.updateOne(one(5), { $set: { age: 1 }, $inc: { age: 1 } }),
  ).rejects.toMatchObject({ code: 40 });
  expect(await people.findOne(one(5)).lean()).toMatchObject(person(5));
});
