import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createBusiness } from './rig/business.ts';
import { mutate } from './rig/mutate.ts';
import { createRandom } from './rig/random.ts';
import type { Lane } from './model/lane.ts';
import { startLane, YEAR } from './model/lane.ts';
import type { World } from './model/world.ts';
import { createWorld, FIRST_FLOOR } from './model/world.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

const DAY = 86_400;
const PATIENCE_MS = 240_000;

let lane: Lane;
let worlds = 0;
beforeAll(async () => {
  lane = await startLane(inject('mongodbUri'), `hard-cases-${process.pid}`);
}, PATIENCE_MS);
afterAll(() => lane.stop());

const open = (options?: Parameters<typeof createWorld>[2]): Promise<World> =>
  createWorld(lane, (worlds += 1), options);
const countersOf = ({ company }: World) =>
  lane.control<{ byKind: Record<string, number>; byStatus: Record<string, number> }>(
    `counters?realm=${company.realmId}`,
  );
const invoices = (count: number) => ({ invoices: count, salesReceipts: 0, creditMemos: 0 });
const setClock = async (instant: string) => {
  const { now } = await lane.control<{ now: string }>('clock');
  await lane.advance((Date.parse(instant) - Date.parse(now)) / 1000);
};

describe('every sale is what the company says', { timeout: PATIENCE_MS }, () => {
  it('E-08 whatever people do while the first sync reads its pages', async () => {
    const world = await open({ documents: { invoices: 1150, salesReceipts: 60, creditMemos: 20 } });
    const random = createRandom(8);
    while ((await world.channel()).currentRun) await mutate(world.company, random, FIRST_FLOOR);
    expect(await world.settleAndCompare()).toEqual([]);
  });

  it('F-10 with 2,500 documents made in one second', async () => {
    const world = await open({ documents: invoices(5000) });
    expect(await world.settleAndCompare()).toEqual([]);
  });

  it('G-01 on the days on which the clocks change', async () => {
    const world = await open();
    expect(await world.settleAndCompare()).toEqual([]);
    const random = createRandom(14);
    for (const change of [`${YEAR}-03-14T09:10:00Z`, `${YEAR}-11-07T08:10:00Z`]) {
      await setClock(change);
      await world.sync();
      for (let step = 0; step < 6; step += 1) {
        for (let count = 0; count < 4; count += 1) await mutate(world.company, random, FIRST_FLOOR);
        await lane.advance(20 * 60);
        await world.sync();
      }
      expect(await world.settleAndCompare()).toEqual([]);
    }
  });

  it.each([29, 30, 31, 45])('I-04 after %i days in which nobody asked', async (days) => {
    const world = await open({ documents: { invoices: 20, salesReceipts: 10, creditMemos: 5 } });
    expect(await world.settleAndCompare()).toEqual([]);
    const { id } = await world.channel();
    await world.business().client.deactivateChannel({ params: { channelId: id } });
    const [first, second, third] = world.company.documents.filter(({ state }) => state === 'active');
    await world.company.change(first!, 'delete');
    await world.company.change(second!, 'void');
    await world.company.change(third!, 'date', { txnDate: '2020-01-01' });
    await world.company.create('Invoice', { lines: [{ item: 1, qty: 2 }], txnDate: FIRST_FLOOR });
    await lane.advance(days * DAY);
    expect(await world.settleAndCompare()).toEqual([]);
  });

  it.each([999, 1000, 1001])('G-06 when %i documents have changed', async (count) => {
    const world = await open({ documents: invoices(1005) });
    expect(await world.settleAndCompare()).toEqual([]);
    // Past the minute that is read again.
    await lane.advance(3600);
    await world.sync();
    await lane.advance(3600);
    const active = world.company.documents.filter(({ state }) => state !== 'deleted').slice(0, count);
    expect(active).toHaveLength(count);
    for (let at = 0; at < count; at += 50)
      await Promise.all(
        active
          .slice(at, at + 50)
          .map((document) =>
            world.company.change(document, document.state === 'active' && at > 0 ? 'email' : 'delete'),
          ),
      );
    expect(await world.settleAndCompare()).toEqual([]);
  });

  it('E-08 although commits become visible 30 seconds late', async () => {
    const world = await open();
    expect(await world.settleAndCompare()).toEqual([]);
    await lane.control('switches', { guessVisibleAfterSeconds: 30 });
    const random = createRandom(30);
    for (let step = 0; step < 8; step += 1) {
      await mutate(world.company, random, FIRST_FLOOR);
      await lane.advance(11);
      await world.sync();
    }
    expect(await world.settleAndCompare()).toEqual([]);
  });

  it('E-09 although an answer with status 200 holds a fault', async () => {
    const world = await open();
    expect(await world.settleAndCompare()).toEqual([]);
    await mutate(world.company, createRandom(2), FIRST_FLOOR);
    await world.company.fault({ kind: '200fault', match: 'cdc', times: 1 });
    await world.sync();
    // It was met.
    expect(await lane.control('faults')).toEqual([]);
    expect(await world.settleAndCompare()).toEqual([]);
  });

  it('E-13 although answers never come', async () => {
    const world = await open({
      before: async (company) => {
        await company.fault({ kind: 'stall', match: 'query', times: 2, after: 1 });
      },
    });
    await world.idle();
    expect((await countersOf(world)).byStatus).toMatchObject({ none: 2 });
    expect(await world.settleAndCompare()).toEqual([]);
  });
});

describe('several servers told to sync everything at once', { timeout: PATIENCE_MS }, () => {
  it.each([2, 5])('E-05 run each company once, %i servers', async (count) => {
    const world = await open();
    expect(await world.settleAndCompare()).toEqual([]);
    const servers = await Promise.all(Array.from({ length: count - 1 }, () => lane.addServer()));
    try {
      await mutate(world.company, createRandom(count), FIRST_FLOOR);
      const { id: businessId, realmId } = world.business();
      const before = (await countersOf(world)).byKind;
      const told = await Promise.all(
        [lane.url, ...servers.map(({ url }) => url)].flatMap((url) => {
          const { client } = createBusiness({
            id: businessId,
            realmId,
            publicUrl: url,
            serverUrl: () => url,
          });
          return [client.syncAllChannels(), client.syncAllChannels()];
        }),
      );
      const started = told.flatMap(({ items }) => items.flatMap(({ run }) => run?.id ?? []));
      expect(started).toHaveLength(1);
      const { lastRun } = await world.idle();
      expect(lastRun).toMatchObject({ id: started[0], state: 'succeeded' });
      const after = (await countersOf(world)).byKind;
      expect((after['cdc'] ?? 0) - (before['cdc'] ?? 0)).toBe(1);
      expect(await world.settleAndCompare()).toEqual([]);
    } finally {
      await Promise.all(servers.map((server) => server.stop()));
    }
  });
});
