import type { SaleFilters } from '@sales-channels/contract';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, startTestBff, testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startTestBff>>;
let channelId: string;
const told: number[] = [];

beforeAll(async () => {
  const provider = createScriptedProvider({ pageSize: 100 });
  provider.documents = [
    ...Array.from({ length: 25 }, (_, index) =>
      scriptedSale(`i${index}`, {
        date: `2026-03-${String(1 + (index % 5)).padStart(2, '0')}`,
        total: '0.10',
      }),
    ),
    scriptedSale('i-yen', { date: '2026-04-01', currency: 'JPY', total: '1200', number: 'JP-77' }),
    scriptedSale('i-void', { date: '2026-04-02', total: '0', isVoid: true, isAllZero: true, note: 'Voided' }),
    scriptedSale('i-bare', { date: '2026-04-03', number: null, customer: null, lines: [] }),
    scriptedSale('r-1', {
      type: 'sales_receipt',
      date: '2026-04-04',
      customer: { externalId: null, name: 'Zoë & Søn (GmbH)' },
    }),
    scriptedSale('m-1', { type: 'credit_memo', date: '2026-04-05', total: '5.05' }),
  ];
  test = await startTestBff({
    databaseUri: inject('mongodbUri'),
    provider,
    connections: { brightwater: [hostConnection('r1')] },
    matchLine: async (_businessId, line) =>
      line.itemId === '5'
        ? { status: 'matched', productId: 'bracket' }
        : { status: 'skipped', reason: 'unknown' },
    onSalesChanged: ({ sales }) => void told.push(sales.length),
  });
  await test.bff.worker.start();
  const channel = await test.openChannel('2026-01-01');
  channelId = channel.id;
  await test.ended((await test.client.syncChannel({ params: { channelId } })).id);
});
afterAll(() => test.stop());

const numbers = async (query: SaleFilters) =>
  (await test.client.listSales({ query: { ...query, limit: 100 } })).items.map(
    ({ number, date }) => number ?? date,
  );

describe('the list of sales', () => {
  it('N-02 pages newest first, each sale once, also where many share a day', async () => {
    const seen: { id: string; date: string }[] = [];
    let cursor: string | null = null;
    do {
      const page = await test.client.listSales({ query: { limit: 7, ...(cursor !== null && { cursor }) } });
      expect(page.items.length).toBeLessThanOrEqual(7);
      seen.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor !== null);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(30);
    expect(seen.map(({ date }) => date)).toEqual(
      seen
        .map(({ date }) => date)
        .toSorted()
        .toReversed(),
    );
  });

  it.each<[string, SaleFilters, string[]]>([
    [
      'dates, both days included',
      { dateFrom: '2026-04-01', dateTo: '2026-04-03' },
      ['2026-04-03', 'N-i-void', 'JP-77'],
    ],
    ['type', { type: 'credit_memo' }, ['N-m-1']],
    ['state', { state: 'voided' }, ['N-i-void']],
    ['source', { source: 'manual' }, []],
    ['a part of a number, case aside', { search: 'jp-7' }, ['JP-77']],
    ["a part of a customer's name", { search: 'søn (g' }, ['N-r-1']],
    [
      'several at once',
      { type: 'invoice', state: 'active', dateFrom: '2026-04-01' },
      ['2026-04-03', 'JP-77'],
    ],
  ])('N-02 filters by %s', async (_, filters, expected) => {
    expect(await numbers(filters)).toEqual(expected);
  });

  it('L-03 filters by channel', async () => {
    expect(await numbers({ channelId })).toHaveLength(30);
    expect(await numbers({ channelId: '0'.repeat(24) })).toEqual([]);
  });

  it('F-04 shows documents without customer, number or lines', async () => {
    const [bare] = (await test.client.listSales({ query: { dateFrom: '2026-04-03', dateTo: '2026-04-03' } }))
      .items;
    expect(bare).toMatchObject({ number: null, customerName: null, total: '10.1' });
  });

  it("B-08 is a business' own", async () => {
    const other = test.clientOf(testSession({ business: { id: 'kestrel', name: 'Kestrel' } }));
    expect((await other.listSales({ query: {} })).items).toEqual([]);
    expect(await other.getSalesTotals({ query: {} })).toEqual({
      totals: [],
      count: 0,
      voided: 0,
      outOfRange: 0,
    });
    expect((await other.listChanges({ query: {} })).items).toEqual([]);
  });
});

describe('totals', () => {
  it('N-04 are over all filtered sales, a currency each, credit memos negative, voided ones left out', async () => {
    expect(await test.client.getSalesTotals({ query: {} })).toEqual({
      // 25 × 0.10 + 10.10 + 10.10 − 5.05: a float sum would not end so.
      totals: [
        { currency: 'USD', total: '17.65', count: 28 },
        { currency: 'JPY', total: '1200', count: 1 },
      ],
      count: 29,
      voided: 1,
      outOfRange: 0,
    });
    expect(await test.client.getSalesTotals({ query: { type: 'credit_memo' } })).toMatchObject({
      totals: [{ currency: 'USD', total: '-5.05', count: 1 }],
    });
  });
});

describe('one sale', () => {
  it('N-05 and F-03 has its lines, where it came from, and what the host matched', async () => {
    const [summary] = (await test.client.listSales({ query: { type: 'credit_memo' } })).items;
    const sale = await test.client.getSale({ params: { saleId: summary?.id ?? '' } });
    expect(sale).toMatchObject({
      ...summary,
      source: 'synced',
      realmId: 'r1',
      externalId: 'm-1',
      externalUrl: 'https://books.example/credit_memo/m-1',
      total: '-5.05',
      revision: 1,
    });
    // F-03, F-06: lines as the provider has them, with what the host's matcher said of each.
    expect(sale.lines).toMatchObject([
      { amount: '5.05', quantity: '1', match: { status: 'matched', productId: 'bracket' } },
    ]);
  });
});

describe('the host in process', () => {
  it('P-03 is told of sales after they are stored', async () => {
    await expect.poll(() => told.reduce((sum, count) => sum + count, 0)).toBe(30);
  });
});
