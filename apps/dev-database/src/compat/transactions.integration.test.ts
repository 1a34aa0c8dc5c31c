import type { ClientSession, Connection, Model } from 'mongoose';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { connectMongoose } from '../testing/connect-mongoose.ts';
import { definePersonModel, type Person } from '../testing/person-model.ts';

let connection: Connection;
let people: Model<Person>;
beforeAll(async () => {
  connection = await connectMongoose();
  people = definePersonModel(connection);
  await people.createIndexes();
  await people.create({ team: 'base', email: 'base', visits: 0 });
});
afterAll(async () => {
  await connection.dropDatabase();
  await connection.close();
});

async function startSession(): Promise<ClientSession> {
  const session = await connection.startSession();
  onTestFinished(() => session.endSession());
  return session;
}

test('what a transaction writes is there after its commit', async () => {
  const session = await startSession();
  await session.withTransaction(async () => {
    await people.create([{ team: 'commit', email: 'a' }], { session });
    await people.insertMany([{ team: 'commit', email: 'b' }], { session });
    await people.updateOne({ team: 'commit', email: 'a' }, { $inc: { visits: 1 } }, { session });
  });
  expect(await people.countDocuments({ team: 'commit' })).toBe(2);
});

test('what it writes is seen by itself only, until then', async () => {
  const session = await startSession();
  session.startTransaction();
  await people.create([{ team: 'isolated', email: 'a' }], { session });
  expect(await people.countDocuments({ team: 'isolated' }, { session })).toBe(1);
  expect(await people.countDocuments({ team: 'isolated' })).toBe(0);
  await session.commitTransaction();
  expect(await people.countDocuments({ team: 'isolated' })).toBe(1);
});

test('an aborted transaction leaves nothing', async () => {
  const session = await startSession();
  session.startTransaction();
  await people.create([{ team: 'abort', email: 'a' }], { session });
  await session.abortTransaction();
  expect(await people.countDocuments({ team: 'abort' })).toBe(0);
});

test('a transaction reads one moment of the data', async () => {
  const session = await startSession();
  session.startTransaction();
  expect(await people.countDocuments({ team: 'moment' }, { session })).toBe(0);
  await people.create({ team: 'moment', email: 'a' });
  expect(await people.countDocuments({ team: 'moment' }, { session })).toBe(0);
  await session.commitTransaction();
});

test('the second of two that change the same document is told to try again', async () => {
  const [first, second] = [await startSession(), await startSession()];
  await people.create({ team: 'conflict', email: 'a' });
  first.startTransaction();
  second.startTransaction();
  await people.updateOne({ team: 'conflict' }, { $inc: { visits: 1 } }, { session: first });
  const error: unknown = await people
    .updateOne({ team: 'conflict' }, { $inc: { visits: 1 } }, { session: second })
    .catch((failure: unknown) => failure);
  expect(error).toMatchObject({ code: 112, codeName: 'WriteConflict' });
  expect(
    (error as { hasErrorLabel(label: string): boolean }).hasErrorLabel('TransientTransactionError'),
  ).toBe(true);
  await first.commitTransaction();
  await second.abortTransaction();
});

test('transactions that collide all come through with retries, none lost', async () => {
  await people.create({ team: 'counter', email: 'a', visits: 0 });
  await Promise.all(
    Array.from({ length: 12 }, async () => {
      const session = await startSession();
      await session.withTransaction(async () => {
        const found = await people.findOne({ team: 'counter' }, null, { session });
        await people.updateOne(
          { team: 'counter' },
          { $set: { visits: (found?.visits ?? 0) + 1 } },
          { session },
        );
      });
    }),
  );
  expect(await people.findOne({ team: 'counter' })).toMatchObject({ visits: 12 });
});

test('a duplicate key ends the transaction', async () => {
  const session = await startSession();
  session.startTransaction();
  await people.create([{ team: 'ended', email: 'a' }], { session });
  await expect(people.create([{ team: 'base', email: 'base' }], { session })).rejects.toMatchObject({
    code: 11000,
  });
  await expect(people.create([{ team: 'ended', email: 'b' }], { session })).rejects.toMatchObject({
    code: 251,
  });
  await session.abortTransaction();
  expect(await people.countDocuments({ team: 'ended' })).toBe(0);
});

test('a cursor works inside a transaction', async () => {
  const session = await startSession();
  await session.withTransaction(async () => {
    await people.insertMany(
      Array.from({ length: 300 }, (_, number) => ({ team: 'cursor', email: `${number}` })),
      { session },
    );
    const seen: string[] = [];
    const cursor = people
      .find({ team: 'cursor' }, null, { session })
      .sort({ email: 1 })
      .lean()
      .cursor({ batchSize: 50 });
    for await (const { email } of cursor) seen.push(email ?? '');
    expect(seen).toHaveLength(300);
  });
});

test('a write outside waits for a transaction and then goes through', async () => {
  const session = await startSession();
  const change = { $inc: { visits: 1 } };
  for (const [email, write] of [
    ['update', () => people.updateOne({ team: 'wait', email: 'update' }, change)],
    ['find and update', () => people.findOneAndUpdate({ team: 'wait', email: 'find and update' }, change)],
    ['delete', () => people.deleteOne({ team: 'wait', email: 'delete' })],
    ['find and delete', () => people.findOneAndDelete({ team: 'wait', email: 'find and delete' })],
  ] as const) {
    await people.create({ team: 'wait', email, visits: 0 });
    session.startTransaction();
    await people.updateOne({ team: 'wait', email }, change, { session });
    const outside = write().exec();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await session.commitTransaction();
    await outside;
    const left = await people.findOne({ team: 'wait', email });
    expect([email, left?.visits]).toEqual([email, email.endsWith('delete') ? undefined : 2]);
  }
});

test('fifty increments at once are all counted', async () => {
  await people.create({ team: 'atomic', email: 'a', visits: 0 });
  await Promise.all(
    Array.from({ length: 50 }, () => people.findOneAndUpdate({ team: 'atomic' }, { $inc: { visits: 1 } })),
  );
  expect(await people.findOne({ team: 'atomic' })).toMatchObject({ visits: 50 });
});

test('twenty upserts at once of one unique key make one document', async () => {
  const upsert = () =>
    people.updateOne({ team: 'race', email: 'r' }, { $inc: { visits: 1 } }, { upsert: true });
  await Promise.allSettled(Array.from({ length: 20 }, upsert));
  expect(await people.countDocuments({ team: 'race' })).toBe(1);
});
