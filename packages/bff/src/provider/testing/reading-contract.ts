import { beforeAll, describe, expect, test } from 'vitest';
import { negateDecimal, sumDecimals } from '../money.ts';
import type { ProviderAccess, ProviderSale } from '../index.ts';
import { SALE_TYPES } from '../provider-sale.ts';
import { connect, daysAgo, walkDays, walkPages } from './walk.ts';
import type { ProviderWorld, WorldCompany, WorldDocument } from './world.ts';

const from = daysAgo(200);

/** Counting and paging: complete, right, undisturbed by what happens meanwhile. */
export function describeReading(world: () => ProviderWorld): void {
  describe('reading', () => {
    let company: WorldCompany;
    let access: ProviderAccess;
    let homeCurrency: string | null;
    let truth: WorldDocument[];
    beforeAll(async () => {
      const documents = { invoice: 1400, sales_receipt: 5000, credit_memo: 120 };
      company = await world().addCompany({ name: 'Read Ltd', documents, from: daysAgo(300) });
      ({ access } = await connect(world(), company));
      ({ homeCurrency } = await world().provider.company(access));
      truth = await company.truth();
    }, 60_000);

    test.each(SALE_TYPES)(
      'D-05 F-10 every %s dated on or after the floor arrives as it is',
      async (type) => {
        const { provider } = world();
        const expected = truth.filter((document) => isInScope(document, type, from));
        const { sales, unreadable, cursors } = await walkDays(provider, access, { type, from });
        expect(unreadable).toEqual([]);
        const latest = new Map(sales.map((sale) => [sale.externalId, sale]));
        expect([...latest.values()].map((sale) => summary(sale, homeCurrency)).sort(byId)).toEqual(
          expected
            .map(({ externalId, date, currency, total, lineSum, state }) => {
              return { externalId, date, currency, total, lineSum, isVoid: state === 'voided' };
            })
            .sort(byId),
        );
        expect(await provider.count(access, { type, from })).toBe(expected.length);
        for (const cursor of cursors) expect(JSON.stringify(cursor).length).toBeLessThan(4000);
      },
      60_000,
    );

    test('F-10 thousands created within one second all arrive', async () => {
      const { sales } = await walkDays(world().provider, access, {
        type: 'sales_receipt',
        from: '1970-01-01',
      });
      const perSecond = new Map<number, Set<string>>();
      for (const { createdAt, externalId } of sales) {
        const second = Math.floor(createdAt.getTime() / 1000);
        perSecond.set(second, (perSecond.get(second) ?? new Set()).add(externalId));
      }
      expect(Math.max(...[...perSecond.values()].map(({ size }) => size))).toBeGreaterThan(2000);
      expect(new Set(sales.map(({ externalId }) => externalId)).size).toBe(5000);
    }, 60_000);

    test('F-11 lines, shipping, tax and discount add up to the total, to the last digit', async () => {
      const { sales } = await walkDays(world().provider, access, { type: 'invoice', from });
      for (const sale of sales) {
        const parts = [
          ...sale.lines.map(({ amount }) => amount),
          sale.shipping,
          sale.tax,
          negateDecimal(sale.discount),
        ];
        expect([sale.externalId, sumDecimals(parts)]).toEqual([sale.externalId, sumDecimals([sale.total])]);
      }
    });

    test('D-05 a document dated on the floor is counted, the day before is not', async () => {
      const { provider } = world();
      const later = '2096-05-05';
      const id = await company.create('credit_memo', later);
      await company.create('credit_memo', '2096-05-04');
      expect(await provider.count(access, { type: 'credit_memo', from: later })).toBe(1);
      const { sales } = await walkDays(provider, access, { type: 'credit_memo', from: later });
      expect(sales.map(({ externalId, date }) => [externalId, date])).toEqual([[id, later]]);
    });

    test('F-10 edits, payments, deletes and new documents between pages make it miss nothing', async () => {
      const { provider } = world();
      const before = (await company.truth()).filter((document) => isInScope(document, 'sales_receipt', from));
      const removed = new Set<string>();
      const { sales } = await walkDays(provider, access, { type: 'sales_receipt', from }, async (pages) => {
        if (pages > 3) return;
        for (const position of [pages, 40 + pages, 1100 + pages, before.length - pages]) {
          const edited = before.at(position);
          const deleted = before.at(position + 5 - before.length);
          if (edited && edited.state === 'active' && !removed.has(edited.externalId))
            await company.change('sales_receipt', edited.externalId, 'edit');
          if (!deleted || removed.has(deleted.externalId)) continue;
          await company.change('sales_receipt', deleted.externalId, 'delete');
          removed.add(deleted.externalId);
        }
        await company.create('sales_receipt', daysAgo(1));
      });
      const seen = new Set(sales.map(({ externalId }) => externalId));
      const missed = before.filter(({ externalId }) => !seen.has(externalId) && !removed.has(externalId));
      expect(missed).toEqual([]);
      expect(removed.size).toBeGreaterThan(5);
    }, 60_000);

    test('D-07 a range of dates begins with its first day and ends before its last', async () => {
      const { provider } = world();
      const before = daysAgo(100);
      const expected = truth.filter(
        ({ type, date, state }) => type === 'invoice' && state !== 'deleted' && date >= from && date < before,
      );
      const { sales } = await walkDays(provider, access, { type: 'invoice', from, before });
      expect(new Set(sales.map(({ externalId }) => externalId))).toEqual(
        new Set(expected.map(({ externalId }) => externalId)),
      );
      expect(await provider.count(access, { type: 'invoice', from, before })).toBe(expected.length);
    });

    test('E-10 a document the service fails on stands alone among the unreadable, and is read once it is well', async () => {
      const { provider } = world();
      const all = truth.filter((document) => isInScope(document, 'invoice', from));
      const poisoned = [all[0], all[700], all[701], all.at(-1)].flatMap((document) => document ?? []);
      for (const { externalId } of poisoned) await company.poison('invoice', externalId);
      const { sales, unreadable } = await walkDays(provider, access, { type: 'invoice', from });
      const missing = new Set(poisoned.map(({ externalId }) => externalId));
      const rest = all.filter(({ externalId }) => !missing.has(externalId));
      expect(new Set(sales.map(({ externalId }) => externalId))).toEqual(
        new Set(rest.map(({ externalId }) => externalId)),
      );
      expect(unreadable).toHaveLength(poisoned.length);
      for (const { externalId } of poisoned) await company.heal('invoice', externalId);
      for (const { place } of unreadable) {
        const again = await walkPages(
          (cursor) => provider.pageSince(access, { type: 'invoice', from, ...(cursor && { cursor }) }),
          place,
        );
        for (const { externalId } of again.sales) missing.delete(externalId);
        expect(again.unreadable).toEqual([]);
      }
      expect(missing.size).toBe(0);
    }, 60_000);

    test('two companies read at once are never mixed', async () => {
      const { provider } = world();
      const documents = { invoice: 40, sales_receipt: 0, credit_memo: 0 };
      const other = await world().addCompany({ name: 'Other Ltd', documents, from: daysAgo(100) });
      const theirs = await connect(world(), other);
      const [mine, others] = await Promise.all([
        walkDays(provider, access, { type: 'invoice', from }),
        walkDays(provider, theirs.access, { type: 'invoice', from }),
      ]);
      const expected = truth.filter((document) => isInScope(document, 'invoice', from));
      expect(new Set(mine.sales.map(({ externalId }) => externalId)).size).toBe(expected.length);
      expect(others.sales).toHaveLength(40);
    });
  });
}

function isInScope({ type, state, date }: WorldDocument, wanted: string, from: string): boolean {
  return type === wanted && state !== 'deleted' && date >= from;
}

function summary(sale: ProviderSale, homeCurrency: string | null) {
  const goods = sale.lines.filter(({ kind }) => kind === 'item');
  return {
    externalId: sale.externalId,
    date: sale.date,
    currency: sale.currency ?? homeCurrency,
    total: sale.total,
    lineSum: sumDecimals(goods.map(({ amount }) => amount)),
    isVoid: sale.isVoid,
  };
}

function byId(a: { externalId: string }, b: { externalId: string }): number {
  return a.externalId.localeCompare(b.externalId);
}
