import { describe, expect, it } from 'vitest';
import { problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();

describe('the list of sales', () => {
  it('N-02 is newest first and goes on where the page before ended', async () => {
    const { client, world } = enter('connected');
    const first = await client.listSales({ query: { limit: 30 } });
    world.sales.push({
      ...world.sales[0]!,
      sale: { ...world.sales[0]!.sale, id: 'sale_new', date: world.today() },
    });
    const second = await client.listSales({ query: { limit: 30, cursor: first.nextCursor ?? '' } });
    const items = [...first.items, ...second.items];
    expect(new Set(items.map(({ id }) => id)).size).toBe(60);
    const dates = items.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
  });

  it('N-02 finds by date, channel, type, source, state, number and customer', async () => {
    const { client, world } = enter('connected');
    const accounting = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
    const find = async (query: Parameters<typeof client.listSales>[0]['query']) =>
      (await client.listSales({ query: { limit: 200, ...query } })).items;
    const inOctober = await find({ dateFrom: '2026-10-01', dateTo: '2026-10-31' });
    expect(inOctober.length).toBeGreaterThan(20);
    expect(inOctober.every(({ date }) => date.startsWith('2026-10-'))).toBe(true);
    expect((await find({ source: 'manual' })).every(({ type }) => type === 'manual_sale')).toBe(true);
    expect((await find({ channelId: accounting })).every(({ source }) => source === 'synced')).toBe(true);
    expect((await find({ type: 'credit_memo' })).every(({ type }) => type === 'credit_memo')).toBe(true);
    expect((await find({ state: 'voided' })).every(({ voidReason }) => voidReason !== null)).toBe(true);
    expect(await find({ search: 'FAIR-02' })).toMatchObject([{ number: 'FAIR-02' }]);
    const customers = (await find({ search: 'ruiz café' })).map(({ customerName }) => customerName);
    expect(new Set(customers)).toEqual(new Set(['Ruiz Café & Libros']));
    expect(await find({ search: '.*' })).toEqual([]);
  });

  it('refuses a cursor it did not give', async () => {
    const { client } = enter('connected');
    expect(await problemOf(client.listSales({ query: { cursor: 'elsewhere' } }))).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'query.cursor' }],
    });
  });

  it('N-04 has totals of all that a filter finds', async () => {
    const { client } = enter('connected');
    const { totals } = await client.getSalesTotals({ query: { type: 'credit_memo' } });
    expect(totals.length).toBeGreaterThan(0);
    expect(totals.every(({ total }) => total.startsWith('-'))).toBe(true);
  });
});

it('N-05 shows one sale with its lines, and not_found for another', async () => {
  const { client, world } = enter('connected');
  const sale = world.sales[0]?.sale;
  expect(await client.getSale({ params: { saleId: sale?.id ?? '' } })).toEqual(sale);
  expect((await problemOf(client.getSale({ params: { saleId: 'sale_999999' } }))).code).toBe('not_found');
});

describe('the feed', () => {
  it('P-01 ends with exactly the stored sales, each at its latest state', async () => {
    const { client, world } = enter('connected');
    const seen = new Map<string, unknown>();
    const sequences: number[] = [];
    for (let after: string | undefined; ;) {
      const page = await client.listChanges({ query: { after, limit: 100 } });
      for (const { sequence, sale } of page.items) {
        seen.set(sale.id, sale);
        sequences.push(sequence);
      }
      after = page.cursor;
      if (!page.hasMore) break;
    }
    expect([...seen.values()]).toEqual(expect.arrayContaining(world.sales.map(({ sale }) => sale)));
    expect(seen.size).toBe(world.sales.length);
    expect(sequences).toEqual(sequences.toSorted((a, b) => a - b));
  });

  it('P-01 stays at its end until something changes', async () => {
    const { client } = enter('connected');
    const { cursor } = await client.listChanges({ query: { limit: 1000 } });
    expect(await client.listChanges({ query: { after: cursor } })).toEqual({
      items: [],
      cursor,
      hasMore: false,
    });
  });
});
