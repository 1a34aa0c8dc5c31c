import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import mongoose from 'mongoose';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { silentLogger } from '../logger.ts';
import type { WorkerDependencies } from './create-worker.ts';
import { createWorker } from './create-worker.ts';

type Claimed = Awaited<ReturnType<WorkerDependencies['leases']['claim']>>;

let database: mongoose.Connection;
/** Channels that are due, by name. */
let due: string[];
/** Which server took which. */
let taken: string[];
let ended: (() => void)[];
let stops: (() => Promise<void>)[];

beforeEach(async () => {
  database = await mongoose
    .createConnection(inject('mongodbUri'), { dbName: `worker-${randomUUID().slice(0, 13)}` })
    .asPromise();
  [due, taken, ended, stops] = [[], [], [], []];
});
afterEach(async () => {
  due = [];
  for (const end of ended) end();
  for (const stop of stops) await stop();
  await database.dropDatabase();
  await database.close();
});

/** A server whose syncs last until the test ends. */
async function startServer(name: string, alsoDue = async () => {}) {
  const worker = makeWorker(name, alsoDue);
  stops.push(() => worker.stop());
  await worker.prepare();
  await worker.start();
  return worker;
}

const makeWorker = (name: string, alsoDue = async () => {}) =>
  createWorker({
    database,
    leases: {
      claim: async () => {
        const channel = due.shift();
        if (channel === undefined) return null;
        taken.push(`${channel} by ${name}`);
        return {} as Claimed;
      },
    },
    wakes: { prepare: async () => {}, start: async () => false },
    runSync: () => new Promise((resolve) => ended.push(resolve)),
    alsoDue,
    clock: () => new Date(),
    logger: silentLogger,
  });

describe('a worker', () => {
  it('makes its queue for who waits for it, and nothing behind their back', async () => {
    const collections = async () => (await database.db!.listCollections().toArray()).map(({ name }) => name);
    const worker = makeWorker('one');
    await delay(500);
    expect(await collections()).toEqual([]);
    await worker.prepare();
    expect(await collections()).toEqual(['jobs']);
    expect(await database.collection('jobs').indexExists('findAndLockNextJobIndex')).toBe(true);
  });

  it('E-14 lets another server have what it has no room for, long before the next regular look', async () => {
    due = Array.from({ length: 8 }, (_, index) => `channel ${index}`);
    const full = await startServer('the full one');
    expect(taken).toHaveLength(8);
    await startServer('the idle one');
    for (const channel of ['a', 'b', 'c', 'd']) {
      due.push(channel);
      full.wake();
      await expect.poll(() => taken.at(-1), { timeout: 20_000 }).toBe(`${channel} by the idle one`);
    }
  });

  it('E-14 has stopped once nothing is looked up any more', async () => {
    let [looks, looking] = [0, 0];
    const worker = await startServer('one', async () => {
      looks += 1;
      if (looks === 1) return;
      looking += 1;
      await new Promise((resolve) => setTimeout(resolve, 1000));
      looking -= 1;
    });
    worker.wake();
    await expect.poll(() => looking).toBe(1);
    await worker.stop();
    expect(looking).toBe(0);
  });
});
