import type { ChangePage, Sale } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { MongoClient } from 'mongodb';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import type { Database } from '../database.ts';
import { openDatabase } from '../database.ts';
import { applySales, CursorMovedError } from './apply-sales.ts';
import { followSales, readFeed } from './follow-sales.ts';
import { stockShelves } from './opening-products.ts';
import { readInventory } from './read-inventory.ts';
import { recount } from './recount.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

const BUSINESS = 'brightwater';
const NOW = new Date('2026-11-20T10:00:00Z');
let mongo: MongoClient;
let database: Database;

beforeEach(async () => {
  mongo = await MongoClient.connect(inject('mongodbUri'));
  database = await openDatabase(mongo, `northwind-${crypto.randomUUID()}`);
  await stockShelves(database, BUSINESS);
});
afterEach(async () => {
  await mongo.db(database.name).dropDatabase();
  await mongo.close();
});

/** A feed in memory: each sale stands once, at its latest change. */
function createFeed() {
  const changes = new Map<string, ChangePage['items'][number]>();
  let sequence = 0;
  let pageSize = 1000;
  const client = {
    async listChanges({ query }: { query: { after?: string } }): Promise<ChangePage> {
      const after = Number(query.after ?? 0);
      const all = [...changes.values()]
        .filter((change) => change.sequence > after)
        .sort((left, right) => left.sequence - right.sequence);
      const items = all.slice(0, pageSize);
      const cursor = String(items.at(-1)?.sequence ?? after);
      return { items, cursor, hasMore: all.length > pageSize };
    },
  } as unknown as SalesChannelsClient;
  return {
    client,
    readPagesOf: (size: number) => (pageSize = size),
    put(id: string, quantities: Record<string, string>, overrides: Partial<Sale> = {}) {
      sequence += 1;
      const lines = Object.entries(quantities).map(([itemId, quantity]) => ({ itemId, quantity }));
      const sale = {
        id,
        number: id,
        type: 'invoice',
        date: '2026-11-01',
        state: 'active',
        voidReason: null,
        outOfRange: false,
        lines,
        ...overrides,
      };
      changes.set(id, { sequence, sale: sale as Sale });
    },
  };
}

const read = (client: SalesChannelsClient) =>
  readFeed({ database, businessId: BUSINESS, client, clock: () => NOW });

async function soldNow(): Promise<Record<string, string>> {
  const { products } = await readInventory(database, BUSINESS);
  return Object.fromEntries(
    products.filter(({ sold }) => sold !== '0').map(({ itemId, sold }) => [itemId, sold]),
  );
}

describe('taking sales into stock', () => {
  it('P-01 lets stock fall by what was sold, exactly', async () => {
    const feed = createFeed();
    feed.put('a', { '1': '2', '10': '0.1' });
    feed.put('b', { '1': '3', '10': '0.2' });
    await read(feed.client);
    expect(await soldNow()).toEqual({ '1': '5', '10': '0.3' });
    const { products } = await readInventory(database, BUSINESS);
    expect(products.find(({ itemId }) => itemId === '1')).toMatchObject({ opening: '5200', onHand: '5195' });
  });

  it('G-01 G-02 G-03 F-06 lets it rise for what is voided, deleted, returned or made smaller', async () => {
    const feed = createFeed();
    for (const id of ['a', 'b', 'c', 'd']) feed.put(id, { '1': '10' });
    await read(feed.client);
    feed.put('a', { '1': '10' }, { state: 'voided', voidReason: 'voided_at_source' });
    feed.put('b', { '1': '10' }, { state: 'voided', voidReason: 'deleted_at_source' });
    feed.put('c', { '1': '4', '2': '1' });
    feed.put('d', { '1': '10' }, { outOfRange: true });
    feed.put('e', { '1': '1.5' }, { type: 'credit_memo' });
    await read(feed.client);
    expect(await soldNow()).toEqual({ '1': '2.5', '2': '1' });
    const { movements } = await readInventory(database, BUSINESS);
    const reasons = Object.fromEntries(movements.map(({ saleId, reason }) => [saleId, reason]));
    expect(reasons).toEqual({ a: 'voided', b: 'deleted', c: 'changed', d: 'out_of_range', e: 'returned' });
  });

  it('P-01 counts nothing twice when pages are read again from the beginning', async () => {
    const feed = createFeed();
    feed.put('a', { '1': '2' });
    feed.put('b', { '2': '3' });
    await read(feed.client);
    await database.feeds.updateOne({ _id: BUSINESS }, { $set: { cursor: null } });
    await read(feed.client);
    expect(await soldNow()).toEqual({ '1': '2', '2': '3' });
  });

  it('P-01 writes nothing of a page whose cursor another reader has moved', async () => {
    const feed = createFeed();
    feed.put('a', { '1': '2' });
    await read(feed.client);
    feed.put('b', { '1': '7' });
    const page = await feed.client.listChanges({ query: {} });
    const late = applySales(database, { businessId: BUSINESS, after: null, page, now: NOW });
    await expect(late).rejects.toBeInstanceOf(CursorMovedError);
    expect(await soldNow()).toEqual({ '1': '2' });
  });

  it('P-01 comes to the same stock when it counts everything anew, page by page', async () => {
    const feed = createFeed();
    for (let index = 0; index < 7; index += 1) feed.put(`sale-${index}`, { '1': String(index), '3': '0.25' });
    await read(feed.client);
    feed.put('sale-2', { '1': '9' });
    feed.put('sale-3', {}, { state: 'voided', voidReason: 'voided_at_source' });
    await read(feed.client);
    const before = await soldNow();
    await recount(database, BUSINESS);
    expect(await soldNow()).toEqual({});
    feed.readPagesOf(2);
    await read(feed.client);
    expect(await soldNow()).toEqual(before);
  });

  it('keeps following after a failure, and says it once', async () => {
    const feed = createFeed();
    feed.put('a', { '1': '2' });
    let failures = 3;
    const client = {
      listChanges: (input: Parameters<SalesChannelsClient['listChanges']>[0]) =>
        failures-- > 0 ? Promise.reject(new Error('no answer')) : feed.client.listChanges(input),
    } as unknown as SalesChannelsClient;
    const lines: string[] = [];
    const log = (line: string) => lines.push(line);
    const following = followSales({ database, businessId: BUSINESS, client, pauseMs: 5, log });
    await expect.poll(soldNow).toEqual({ '1': '2' });
    await following.stop();
    expect(lines).toEqual([
      'Sales of brightwater cannot be read (no answer); trying again.',
      'Sales of brightwater are read again.',
    ]);
  });
});
