import { expect } from 'vitest';
import type { Checks } from './setting.ts';
import { daysAfter, enterSynced, entryOf, sell } from './setting.ts';

const books = (today: string) => [
  entryOf('1', daysAfter(today, -9), { number: 'INV-7', customerName: 'Ruiz Café', total: '100' }),
  entryOf('2', daysAfter(today, -8), { type: 'sales_receipt', customerName: null, total: '0.1' }),
  entryOf('3', daysAfter(today, -7), { type: 'credit_memo', total: '-30.25' }),
  entryOf('4', daysAfter(today, -6), { currency: 'EUR', total: '0.2', number: null }),
  entryOf('5', daysAfter(today, -6), { total: '0.2' }),
];

export const saleChecks: Checks = {
  'N-02 lists sales newest first, page by page, each once': async (subject) => {
    const api = await enterSynced(subject, books);
    const seen = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page: { items: { id: string; date: string }[]; nextCursor: string | null } = await api.ok(
        'listSales',
        {
          query: { limit: 2, ...(cursor && { cursor }) },
        },
      );
      expect(page.items.length).toBeLessThanOrEqual(2);
      seen.push(...page.items);
      cursor = page.nextCursor;
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(5);
    const dates = seen.map(({ date }) => date);
    expect(dates).toEqual(dates.toSorted().toReversed());
  },

  'N-02 finds sales by every filter, and by several': async (subject) => {
    const api = await enterSynced(subject, books);
    await sell(api);
    const count = async (query: Record<string, string>) => {
      const { items } = await api.ok('listSales', { query });
      const totals = await api.ok('getSalesTotals', { query });
      expect(totals.count).toBe(items.length);
      return items.length;
    };
    const day = (days: number) => daysAfter(api.today, days);
    expect(await count({})).toBe(6);
    expect(await count({ dateFrom: day(-7) })).toBe(4);
    expect(await count({ dateTo: day(-7) })).toBe(3);
    expect(await count({ dateFrom: day(-8), dateTo: day(-7) })).toBe(2);
    expect(await count({ type: 'credit_memo' })).toBe(1);
    expect(await count({ source: 'manual' })).toBe(1);
    expect(await count({ state: 'voided' })).toBe(0);
    expect(await count({ channelId: api.channel.id })).toBe(5);
    expect(await count({ channelId: api.manual.id })).toBe(1);
    expect(await count({ search: 'inv-7' })).toBe(1);
    expect(await count({ search: 'ruiz CAF' })).toBe(1);
    expect(await count({ search: '.*' })).toBe(0);
    expect(await count({ search: 'harbour', type: 'invoice' })).toBe(2);
  },

  'F-07 N-04 totals sales a currency at a time, exactly': async (subject) => {
    const api = await enterSynced(subject, books);
    const { totals, count } = await api.ok('getSalesTotals');
    expect(count).toBe(5);
    expect(totals.map(({ currency, total, count }) => [currency, Number(total), count])).toEqual([
      ['USD', 70.05, 4],
      ['EUR', 0.2, 1],
    ]);
  },

  'F-01 F-06 N-05 shows an imported sale as the company has it, and never changes it': async (subject) => {
    const api = await enterSynced(subject, books);
    const [memo] = (await api.ok('listSales', { query: { type: 'credit_memo' } })).items;
    const params = { saleId: memo?.id ?? '' };
    const sale = await api.ok('getSale', { params });
    expect(sale).toMatchObject({
      ...memo,
      source: 'synced',
      channelId: api.channel.id,
      realmId: api.business.realmIds[0],
      externalId: '3',
      state: 'active',
      voidReason: null,
      voidNote: null,
      outOfRange: false,
      revision: 1,
    });
    expect(Number(sale.total)).toBe(-30.25);
    expect(sale.lines.every(({ amount }) => !amount.startsWith('-'))).toBe(true);
    await api.refused('updateManualSale', 'sale_imported', { params, body: { note: 'x' } });
    await api.refused('voidSale', 'sale_imported', { params, body: { reason: 'x' } });
    const { items } = await api.ok('listSaleRevisions', { params });
    expect(items).toMatchObject([
      {
        number: 1,
        cause: 'imported',
        run: { id: api.channel.lastRun?.id, trigger: 'manual' },
        user: null,
        changes: [],
      },
    ]);
  },

  'P-01 feeds every change in order, each sale at its latest state': async (subject) => {
    const api = await enterSynced(subject, books);
    const { id: saleId } = await sell(api);
    const first = await api.ok('listChanges', { query: { limit: 4 } });
    expect(first.hasMore).toBe(true);
    const rest = await api.ok('listChanges', { query: { after: first.cursor } });
    expect(rest).toMatchObject({ hasMore: false });
    const sequences = [...first.items, ...rest.items].map(({ sequence }) => sequence);
    expect(sequences).toHaveLength(6);
    expect(sequences).toEqual([...new Set(sequences)].toSorted((a, b) => a - b));
    await api.ok('voidSale', { params: { saleId }, body: { reason: 'Twice' } });
    const after = await api.ok('listChanges', { query: { after: rest.cursor } });
    expect(after.items).toMatchObject([{ sale: { id: saleId, state: 'voided', revision: 2 } }]);
    expect(await api.ok('listChanges', { query: { after: after.cursor } })).toEqual({
      items: [],
      cursor: after.cursor,
      hasMore: false,
    });
  },
};
