import { beforeAll, describe, expect, test } from 'vitest';
import type { ProviderAccess } from '../index.ts';
import { SALE_TYPES } from '../provider-sale.ts';
import { codeOf, connect, daysAgo, walkPages } from './walk.ts';
import type { ProviderWorld, WorldCompany } from './world.ts';

/** What changed since a moment of the provider's own clock. */
export function describeChanges(world: () => ProviderWorld): void {
  describe('changes', () => {
    let company: WorldCompany;
    let access: ProviderAccess;
    beforeAll(async () => {
      const documents = { invoice: 30, sales_receipt: 20, credit_memo: 10 };
      company = await world().addCompany({ name: 'Changed Ltd', documents, from: daysAgo(300) });
      ({ access } = await connect(world(), company));
    });

    /** The clock as a reader learns it: from an answer. */
    async function serverTime(): Promise<Date> {
      const page = await world().provider.pageSince(access, { type: 'credit_memo', from: daysAgo(1) });
      if (!page.serverTime) throw new Error('The provider failed on a page.');
      return page.serverTime;
    }

    test('G-01 G-02 G-03 creates, edits, payments, voids, deletes and moved dates are all in one answer', async () => {
      const { provider } = world();
      const known = (await company.truth()).filter(({ state }) => state === 'active');
      const [edited, voided, deleted, moved] = known.filter(({ type }) => type === 'invoice');
      const memo = known.find(({ type }) => type === 'credit_memo');
      if (!edited || !voided || !deleted || !moved || !memo) throw new Error('The world is too small.');
      const paid = await company.create('invoice', daysAgo(2));
      const since = await serverTime();

      const created = await company.create('sales_receipt', daysAgo(0));
      const short = await company.create('invoice', daysAgo(0));
      await company.change('invoice', edited.externalId, 'edit');
      await company.pay(paid);
      await company.change('invoice', voided.externalId, 'void');
      await company.change('invoice', deleted.externalId, 'delete');
      await company.change('credit_memo', memo.externalId, 'delete');
      await company.change('invoice', short, 'delete');
      await company.redate('invoice', moved.externalId, '2020-02-29');

      const changes = await provider.changesSince(access, { types: SALE_TYPES, since });
      const sales = new Map(changes.sales.map((sale) => [`${sale.type} ${sale.externalId}`, sale]));
      expect(sales.get(`sales_receipt ${created}`)).toMatchObject({ isVoid: false, date: daysAgo(0) });
      expect(sales.has(`invoice ${edited.externalId}`)).toBe(true);
      const payment = sales.get(`invoice ${paid}`);
      expect(payment?.balance).not.toBe(payment?.total);
      expect(sales.get(`invoice ${voided.externalId}`)).toMatchObject({
        isVoid: true,
        isAllZero: true,
        total: '0',
        balance: '0',
      });
      expect(sales.get(`invoice ${moved.externalId}`)?.date).toBe('2020-02-29');
      expect(sales.has(`invoice ${deleted.externalId}`)).toBe(false);
      expect(changes.deleted.map(({ type, externalId }) => `${type} ${externalId}`)).toEqual(
        expect.arrayContaining([
          `invoice ${deleted.externalId}`,
          `invoice ${short}`,
          `credit_memo ${memo.externalId}`,
        ]),
      );
      expect(changes.unreadable).toEqual([]);
      expect(changes.truncated).toBe(false);
      expect(changes.serverTime >= since).toBe(true);
    });

    test('only the types asked for are told', async () => {
      const since = await serverTime();
      await company.create('invoice', daysAgo(0));
      const memo = await company.create('credit_memo', daysAgo(0));
      const changes = await world().provider.changesSince(access, { types: ['credit_memo'], since });
      expect(new Set(changes.sales.map(({ type }) => type))).toEqual(new Set(['credit_memo']));
      expect(changes.sales.map(({ externalId }) => externalId)).toContain(memo);
    });

    test('nothing changed is an empty answer', async () => {
      const quiet = await world().addCompany({
        name: 'Quiet Ltd',
        documents: { invoice: 0, sales_receipt: 0, credit_memo: 0 },
        from: daysAgo(20),
      });
      const { access } = await connect(world(), quiet);
      const since = new Date(Date.now() - 86_400_000);
      const changes = await world().provider.changesSince(access, { types: SALE_TYPES, since });
      expect(changes).toMatchObject({ sales: [], deleted: [], unreadable: [], truncated: false });
    });

    test('G-06 an answer at the cap says that something may be missing', async () => {
      const { provider } = world();
      const documents = { invoice: 700, sales_receipt: 300, credit_memo: 200 };
      const busy = await world().addCompany({ name: 'Busy Ltd', documents, from: daysAgo(20) });
      const { access } = await connect(world(), busy);
      const since = new Date(Date.now() - 25 * 86_400_000);
      expect((await provider.changesSince(access, { types: SALE_TYPES, since })).truncated).toBe(true);
      expect((await provider.changesSince(access, { types: ['credit_memo'], since })).truncated).toBe(false);
    });

    test('G-06 changes are told page by page however long ago, in the order they were made', async () => {
      const { provider } = world();
      const documents = { invoice: 30, sales_receipt: 1200, credit_memo: 0 };
      const long = await world().addCompany({ name: 'Long Ltd', documents, from: daysAgo(300) });
      const { access } = await connect(world(), long);
      const [first, second, deleted] = (await long.truth()).filter(({ type }) => type === 'sales_receipt');
      if (!first || !second || !deleted) throw new Error('The world is too small.');
      await long.change('sales_receipt', second.externalId, 'edit');
      await long.redate('sales_receipt', first.externalId, '2019-02-03');
      await long.change('sales_receipt', deleted.externalId, 'delete');
      const since = new Date(Date.now() - 400 * 86_400_000);
      const { sales } = await walkPages((cursor) =>
        provider.updatedSince(access, { type: 'sales_receipt', since, ...(cursor && { cursor }) }),
      );
      const ids = sales.map(({ externalId }) => externalId);
      expect(new Set(ids).size).toBe(1199);
      expect(ids).not.toContain(deleted.externalId);
      expect(sales.find(({ externalId }) => externalId === first.externalId)?.date).toBe('2019-02-03');
      const times = sales.map(({ updatedAt }) => updatedAt.getTime());
      expect(times).toEqual(times.toSorted((a, b) => a - b));
    });

    test('E-10 a changed document the service fails on is met again where it changed, once it is well', async () => {
      const { provider } = world();
      const type = 'invoice';
      const [edited] = (await company.truth()).filter((one) => one.type === type && one.state === 'active');
      if (!edited) throw new Error('The world is too small.');
      const { externalId } = edited;
      await company.change(type, externalId, 'edit');
      await company.poison(type, externalId);
      const { unreadable } = await walkPages((cursor) =>
        provider.updatedSince(access, { type, since: new Date(0), ...(cursor && { cursor }) }),
      );
      await company.heal(type, externalId);
      const from = daysAgo(300);
      const [hidden] = unreadable;
      const again = await walkPages(
        (cursor) => provider.pageSince(access, { type, from, ...(cursor && { cursor }) }),
        hidden?.place,
      );
      expect(unreadable).toHaveLength(1);
      expect(again.unreadable).toEqual([]);
      expect(again.sales.map((sale) => sale.externalId)).toContain(externalId);
    });

    test('G-07 documents are found by their ids, and those that are gone are left out', async () => {
      const { provider } = world();
      const [one, two] = (await company.truth()).filter(
        ({ type, state }) => type === 'sales_receipt' && state === 'active',
      );
      if (!one || !two) throw new Error('The world is too small.');
      await company.change('sales_receipt', two.externalId, 'delete');
      const query = { type: 'sales_receipt', externalIds: [one.externalId, two.externalId] } as const;
      const found = await provider.documentsById(access, query);
      expect(found.sales.map(({ externalId }) => externalId)).toEqual([one.externalId]);
      expect(found.unreadable).toEqual([]);
      await company.poison('sales_receipt', one.externalId);
      expect(await codeOf(provider.documentsById(access, query))).toBe('poisoned');
      await company.heal('sales_receipt', one.externalId);
    });

    test('G-06 changes older than the provider keeps are refused, not cut short', async () => {
      const since = new Date(Date.now() - 400 * 86_400_000);
      const call = world().provider.changesSince(access, { types: SALE_TYPES, since });
      expect(await codeOf(call)).toBe('too_old');
    });
  });
}
