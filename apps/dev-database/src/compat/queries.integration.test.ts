import mongoose, { Schema, type Connection, type Model } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMongoose } from '../testing/connect-mongoose.ts';
import { definePersonModel, person, type Person } from '../testing/person-model.ts';

const { Binary, Decimal128, Long, ObjectId } = mongoose.mongo;
const size = 3000;

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

test('a document is found by its unique key', async () => {
  for (let number = 0; number < 200; number++) {
    const found = await people
      .findOne({ team: `team-${number % 10}`, email: `${number}@example.test` })
      .lean();
    expect(found?.age).toBe(number % 80);
  }
});

test('filters, order, paging and projection work together', async () => {
  const filter = {
    $or: [{ team: { $in: ['team-1', 'team-2'] } }, { email: /^99\d@/ }],
    age: { $gte: 10, $lt: 20 },
    scores: { $elemMatch: { game: 'chess', points: { $gt: 100 } } },
    deletedAt: { $exists: false },
  };
  const expected = Array.from({ length: size }, (_, number) => person(number))
    .filter(({ team, email, age }) => (/-[12]$/.test(team) || /^99\d@/.test(email)) && age >= 10 && age < 20)
    .filter(({ scores }) => (scores[0]?.points ?? 0) > 100)
    .sort((a, b) => b.age - a.age || (a.email < b.email ? -1 : 1))
    .slice(5, 15)
    .map(({ email, age }) => ({ email, age }));
  const found = await people
    .find(filter, { _id: 0, email: 1, age: 1 })
    .sort({ age: -1, email: 1 })
    .skip(5)
    .limit(10)
    .lean();
  expect(found).toEqual(expected);
});

test('a cursor walks over everything, in order or not', async () => {
  let count = 0;
  for await (const _ of people.find().lean().cursor({ batchSize: 500 })) count += 1;
  expect(count).toBe(size);
  const ages: number[] = [];
  for await (const { age } of people.find().sort({ age: 1, _id: 1 }).lean().cursor({ batchSize: 500 }))
    ages.push(age ?? -1);
  expect(ages).toEqual(ages.toSorted((a, b) => a - b));
  expect(ages).toHaveLength(size);
});

test('a cursor may be left before its end', async () => {
  for (let round = 0; round < 20; round++) {
    let seen = 0;
    for await (const _ of people.aggregate([{ $sort: { name: 1 } }]).cursor({ batchSize: 100 })) {
      seen += 1;
      if (seen === 150) break;
    }
    expect(seen).toBe(150);
  }
});

test('counts and distinct values', async () => {
  expect((await people.distinct('state', { team: 'team-1' })).toSorted()).toEqual(['active', 'away', 'new']);
  expect(await people.countDocuments({ team: 'team-1' })).toBe(size / 10);
  expect(await people.exists({ team: 'team-1' })).toBeTruthy();
  expect(await people.exists({ team: 'team-99' })).toBeNull();
});

test('every type comes back as it was', async () => {
  const types = connection.collection('types');
  const stored = {
    _id: new ObjectId(),
    decimal: Decimal128.fromString('12.340'),
    date: new Date(1_700_000_000_123),
    long: Long.fromString('9007199254740993'),
    binary: new Binary(Buffer.from([1, 2, 3])),
    nothing: null,
    pattern: /a.b/i,
    nested: { list: [{ a: 1 }, [], {}] },
  };
  await types.insertOne(stored);
  expect(await types.findOne({ _id: stored._id }, { promoteLongs: false })).toEqual(stored);
  expect(await types.countDocuments({ decimal: { $gt: Decimal128.fromString('12.3') } })).toBe(1);
});

test('references are filled in, and a stale save is refused', async () => {
  const schema = new Schema(
    { person: { type: Schema.Types.ObjectId, ref: 'Person' }, list: [Number] },
    { optimisticConcurrency: true },
  );
  const notes = connection.model('Note', schema);
  const owner = await people.findOne({ team: 'team-1' });
  const { _id } = await notes.create({ person: owner?._id ?? null, list: [1] });
  expect(await notes.findById(_id).populate('person').lean()).toMatchObject({
    person: { email: owner?.email },
  });
  const [first, second] = [await notes.findById(_id), await notes.findById(_id)];
  first?.list.push(2);
  await first?.save();
  second?.list.push(3);
  await expect(second?.save()).rejects.toMatchObject({ name: 'VersionError' });
});

test('words are found through a text index', async () => {
  const texts = connection.collection('texts');
  await texts.insertMany([{ body: 'coffee shop' }, { body: 'tea house' }]);
  await texts.createIndex({ body: 'text' });
  expect(await texts.countDocuments({ $text: { $search: 'coffee' } })).toBe(1);
});

test('a collation orders without regard to case', async () => {
  const words = connection.collection('words');
  await words.insertMany(['b', 'A', 'C'].map((word) => ({ word })));
  const sorted = await words.find().collation({ locale: 'en', strength: 2 }).sort({ word: 1 }).toArray();
  expect(sorted.map(({ word }) => word as string)).toEqual(['A', 'b', 'C']);
});

test('an operator that is none is refused', async () => {
  await expect(people.collection.find({ age: { $bad: 1 } }).toArray()).rejects.toMatchObject({
    code: 2,
  });
});
