import mongoose, { type Connection, type Model } from 'mongoose';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connectMongoose } from '../testing/connect-mongoose.ts';
import { definePersonModel, person, type Person } from '../testing/person-model.ts';

const { Decimal128 } = mongoose.mongo;
const size = 1000;

let connection: Connection;
let people: Model<Person>;
beforeAll(async () => {
  connection = await connectMongoose();
  people = definePersonModel(connection);
  await people.createIndexes();
  await people.insertMany(Array.from({ length: size }, (_, number) => person(number)));
  await connection.collection('teams').insertMany([
    { _id: 'team-0' as never, label: 'Zero' },
    { _id: 'team-1' as never, label: 'One' },
  ]);
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

test('groups are counted, averaged and ordered', async () => {
  const groups = await people.aggregate<object>([
    { $match: { team: { $in: ['team-0', 'team-1'] } } },
    { $group: { _id: '$team', count: { $sum: 1 }, oldest: { $max: '$age' }, average: { $avg: '$age' } } },
    { $sort: { _id: 1 } },
  ]);
  const average = (rest: number) => {
    const ages = Array.from({ length: 100 }, (_, index) => (index * 10 + rest) % 80);
    return ages.reduce((sum, age) => sum + age, 0) / ages.length;
  };
  expect(groups).toEqual([
    { _id: 'team-0', count: 100, oldest: 70, average: average(0) },
    { _id: 'team-1', count: 100, oldest: 71, average: average(1) },
  ]);
});

test('decimal amounts are summed exactly, per currency', async () => {
  const sales = connection.collection('sales');
  const amounts = Array.from({ length: 1000 }, (_, index) => ({
    currency: index % 4 === 0 ? 'JPY' : 'USD',
    total: Decimal128.fromString(index % 4 === 0 ? '100' : '0.10'),
  }));
  await sales.insertMany([...amounts, { currency: 'USD', total: Decimal128.fromString('-0.07') }]);
  const totals = await sales
    .aggregate([
      { $group: { _id: '$currency', total: { $sum: '$total' }, count: { $sum: 1 } } },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  expect(totals.map(({ _id, total, count }) => [_id as string, String(total), count as number])).toEqual([
    ['JPY', '25000', 250],
    ['USD', '74.93', 751],
  ]);
});

test('one pass gives a page, its total and its groups', async () => {
  const [facets] = await people.aggregate<{ page: object[]; total: object[]; states: object[] }>([
    { $match: { team: 'team-5' } },
    {
      $facet: {
        page: [{ $sort: { email: 1 } }, { $skip: 10 }, { $limit: 5 }, { $project: { email: 1 } }],
        total: [{ $count: 'count' }],
        states: [{ $group: { _id: '$state', count: { $sum: 1 } } }, { $sort: { _id: 1 } }],
      },
    },
  ]);
  expect(facets?.page).toHaveLength(5);
  expect(facets?.total).toEqual([{ count: 100 }]);
  expect(facets?.states).toEqual([
    { _id: 'active', count: 33 },
    { _id: 'away', count: 33 },
    { _id: 'new', count: 34 },
  ]);
});

test('collections are joined by field and by pipeline', async () => {
  const joined = await people.aggregate<{ _id: { label: string; day: Date }; count: number }>([
    { $match: { team: { $in: ['team-0', 'team-1'] } } },
    { $lookup: { from: 'teams', localField: 'team', foreignField: '_id', as: 'of' } },
    { $unwind: '$of' },
    {
      $group: {
        _id: { label: '$of.label', day: { $dateTrunc: { date: '$createdAt', unit: 'day' } } },
        count: { $sum: 1 },
      },
    },
  ]);
  expect(joined.reduce((sum, { count }) => sum + count, 0)).toBe(200);
  expect(joined[0]?._id.day).toBeInstanceOf(Date);

  const counted = await connection
    .collection('teams')
    .aggregate([
      {
        $lookup: {
          from: 'people',
          let: { team: '$_id' },
          pipeline: [{ $match: { $expr: { $eq: ['$team', '$$team'] } } }, { $count: 'count' }],
          as: 'members',
        },
      },
      { $sort: { _id: 1 } },
    ])
    .toArray();
  expect(counted).toEqual([
    { _id: 'team-0', label: 'Zero', members: [{ count: 100 }] },
    { _id: 'team-1', label: 'One', members: [{ count: 100 }] },
  ]);
});

test('collections are put one after another and numbered', async () => {
  const rows = await connection
    .collection('teams')
    .aggregate([
      { $unionWith: { coll: 'teams' } },
      { $setWindowFields: { sortBy: { _id: 1 }, output: { rank: { $documentNumber: {} } } } },
    ])
    .toArray();
  expect(rows.map(({ _id, rank }) => [_id as unknown, rank as number])).toEqual([
    ['team-0', 1],
    ['team-0', 2],
    ['team-1', 3],
    ['team-1', 4],
  ]);
});
