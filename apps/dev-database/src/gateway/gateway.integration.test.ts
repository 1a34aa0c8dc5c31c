import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { Binary, Long, serialize } from 'bson';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { startDocumentDb } from '../postgres/documentdb-server.ts';
import type { RunningDatabase } from '../running-database.ts';

let database: RunningDatabase;
let client: MongoClient;
beforeAll(async () => {
  database = await startDocumentDb({ port: 0, dataDirectory: undefined, log: () => {} });
  client = await MongoClient.connect(database.uri);
});
afterAll(async () => {
  await client.close();
  await database.stop();
});

const things = () => client.db('gateway').collection<{ _id: number; by?: string }>('things');

async function openSocket(): Promise<Socket> {
  const { port } = new URL(database.uri);
  const socket = connect(Number(port), '127.0.0.1');
  onTestFinished(() => void socket.destroy());
  await once(socket, 'connect');
  return socket;
}

function commandMessage(command: object): Buffer {
  const header = Buffer.alloc(21);
  const body = serialize(command);
  header.writeInt32LE(21 + body.length, 0);
  header.writeInt32LE(2013, 12);
  return Buffer.concat([header, body]);
}

test('a transaction is rolled back when its client goes away', async () => {
  await things().deleteMany({});
  const socket = await openSocket();
  const reply = once(socket, 'data');
  socket.write(
    commandMessage({
      insert: 'things',
      documents: [{ _id: 1, by: 'the one who left' }],
      lsid: { id: new Binary(Buffer.alloc(16, 7), 4) },
      txnNumber: Long.fromNumber(1),
      startTransaction: true,
      autocommit: false,
      $db: 'gateway',
    }),
  );
  await reply;
  expect(await things().countDocuments()).toBe(0);
  socket.destroy();
  await things().insertOne({ _id: 1, by: 'the next' });
  expect(await things().find().toArray()).toEqual([{ _id: 1, by: 'the next' }]);
});

test('bytes that are no message close only the connection they came on', async () => {
  const socket = await openSocket();
  socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
  await once(socket, 'close');
  expect(await client.db('gateway').command({ ping: 1 })).toMatchObject({ ok: 1 });
});

test('a statement is stopped after the time it was given', async () => {
  const many = client.db('gateway').collection('many');
  await many.insertMany(Array.from({ length: 1500 }, (_, number) => ({ number })));
  const slow = many.aggregate(
    [
      {
        $lookup: {
          from: 'many',
          let: { n: '$number' },
          pipeline: [{ $match: { $expr: { $lt: ['$number', '$$n'] } } }],
          as: 'x',
        },
      },
      { $group: { _id: { $size: '$x' } } },
    ],
    { maxTimeMS: 50 },
  );
  await expect(slow.toArray()).rejects.toMatchObject({ code: 50, codeName: 'MaxTimeMSExpired' });
  expect(await many.find({}, { maxTimeMS: 5000 }).sort({ number: -1 }).limit(1).toArray()).toMatchObject([
    { number: 1499 },
  ]);
  expect(await many.countDocuments()).toBe(1500);
});

test('what the engine does not have is refused with a reason', async () => {
  const stream = things().watch();
  await expect(stream.next()).rejects.toMatchObject({
    code: 115,
    message: expect.stringContaining('$changeStream') as string,
  });
  await stream.close();
  await expect(
    client.db('gateway').createCollection('capped', { capped: true, size: 4096 }),
  ).rejects.toMatchObject({
    code: 115,
  });
});

test('two hundred clients at once are all served', async () => {
  const crowd = await MongoClient.connect(database.uri, { maxPoolSize: 200 });
  onTestFinished(() => crowd.close());
  const counts = await Promise.all(
    Array.from({ length: 400 }, () =>
      crowd
        .db('gateway')
        .collection('many')
        .countDocuments({ number: { $lt: 10 } }),
    ),
  );
  expect(new Set(counts)).toEqual(new Set([10]));
});

test('a stop lets a command under way finish', async () => {
  const other = await startDocumentDb({ port: 0, dataDirectory: undefined, log: () => {} });
  const its = await MongoClient.connect(other.uri, { monitorCommands: true });
  onTestFinished(() => its.close());
  await its.db('last').command({ ping: 1 });
  const isUnderWay = once(its, 'commandStarted');
  const written = its
    .db('last')
    .collection('things')
    .insertMany(Array.from({ length: 2000 }, (_, number) => ({ number })));
  await isUnderWay;
  // What is answered after it was sent: the gateway has read it by then, and 2,000 rows take longer.
  await its.db('last').command({ ping: 1 });
  await other.stop();
  expect(await written).toMatchObject({ insertedCount: 2000 });
});
