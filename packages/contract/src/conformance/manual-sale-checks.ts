import { expect } from 'vitest';
import type { Checks } from './setting.ts';
import { daysAfter, enter, enterSynced, enterTracking, entryOf, manualSale, sell } from './setting.ts';
import { CONFORMANCE_PRODUCTS } from './subject.ts';

export const manualSaleChecks: Checks = {
  'M-01 M-06 enters a sale that is at once in list, detail and totals': async (subject) => {
    const api = await enterTracking(subject);
    const sale = await sell(api, { note: '  At the fair ', customerName: '' });
    expect(sale).toMatchObject({
      channelId: api.manual.id,
      channelName: 'Manual',
      source: 'manual',
      type: 'manual_sale',
      number: 'F-1',
      customerName: null,
      note: 'At the fair',
      date: api.today,
      currency: 'USD',
      state: 'active',
      voidReason: null,
      outOfRange: false,
      realmId: null,
      externalId: null,
      externalUrl: null,
      exchangeRate: null,
      dueDate: null,
      revision: 1,
      lines: [{ kind: 'item', itemId: null, description: 'Stool', match: null, group: null }],
    });
    expect(Number(sale.total)).toBe(20.5);
    expect(Number(sale.balance)).toBe(0);
    const params = { saleId: sale.id };
    expect(await api.ok('getSale', { params })).toEqual(sale);
    expect((await api.ok('listSales')).items).toMatchObject([{ id: sale.id, total: sale.total }]);
    const { totals } = await api.ok('getSalesTotals');
    expect(totals.map(({ total }) => Number(total))).toEqual([20.5]);
  },

  'M-02 rounds each line half-up to the currency’s smallest unit, then adds up': async (subject) => {
    const api = await enterTracking(subject);
    const totalOf = async (currency: string, ...lines: [string, string][]) => {
      const sale = await sell(api, {
        currency,
        lines: lines.map(([quantity, unitPrice]) => ({ description: 'x', quantity, unitPrice })),
      });
      return [Number(sale.total), ...sale.lines.map(({ amount }) => Number(amount))];
    };
    expect(await totalOf('USD', ['3', '0.335'], ['0.5', '0.01'])).toEqual([1.02, 1.01, 0.01]);
    expect(await totalOf('JPY', ['1.5', '333'], ['1', '0.5'])).toEqual([501, 500, 1]);
    expect(await totalOf('KWD', ['3', '0.1115'], ['0.0001', '1'])).toEqual([0.335, 0.335, 0]);
  },

  'M-03 takes lines from the host’s products, and checks them': async (subject) => {
    const api = await enterTracking(subject);
    expect((await api.ok('getContext')).manualSales).toEqual({ hasProducts: true });
    const find = async (search?: string) =>
      (await api.ok('searchProducts', search === undefined ? {} : { query: { search } })).items;
    expect(await find()).toEqual(CONFORMANCE_PRODUCTS);
    expect((await find('oak')).map(({ id }) => id)).toEqual(['p-1', 'p-2']);
    expect(await find('zinc')).toEqual([]);
    const line = { productId: 'p-2', quantity: '1', unitPrice: '80' };
    const sale = await sell(api, { lines: [line, { ...line, description: 'Scratched' }] });
    expect(sale.lines).toMatchObject([
      {
        itemId: 'p-2',
        itemName: 'Oak bench',
        description: null,
        match: { status: 'matched', productId: 'p-2' },
      },
      { itemId: 'p-2', description: 'Scratched' },
    ]);
    const lines = [line, { ...line, productId: 'p-8' }, { ...line, productId: 'p-9' }];
    const problem = await api.refused('createManualSale', 'invalid_request', {
      body: manualSale(api.today, { lines }),
    });
    expect(problem.errors?.map(({ path }) => path)).toEqual([
      'body.lines.1.productId',
      'body.lines.2.productId',
    ]);
  },

  'M-05 takes any day up to today': async (subject) => {
    const api = await enterTracking(subject);
    expect((await sell(api, { date: '1900-01-01' })).outOfRange).toBe(false);
    const body = manualSale(daysAfter(api.today, 1));
    const problem = await api.refused('createManualSale', 'invalid_request', { body });
    expect(problem.errors).toMatchObject([{ path: 'body.date' }]);
  },

  'M-07 enters one sale of a repeated request': async (subject) => {
    const api = await enterTracking(subject);
    const body = manualSale(api.today);
    const sale = await api.ok('createManualSale', { body }, { idempotencyKey: 'm-1' });
    expect(await api.ok('createManualSale', { body }, { idempotencyKey: 'm-1' })).toEqual(sale);
    const other = { ...body, number: 'F-2' };
    await api.refused('createManualSale', 'idempotency_conflict', { body: other }, { idempotencyKey: 'm-1' });
    expect((await api.ok('getSalesTotals')).count).toBe(1);
  },

  'M-09 G-12 changes number, customer and note, and keeps how': async (subject) => {
    const api = await enterTracking(subject);
    const { id: saleId } = await sell(api);
    const params = { saleId };
    const changed = await api.ok('updateManualSale', { params, body: { number: null, note: 'Paid cash' } });
    expect(changed).toMatchObject({ number: null, customerName: 'Walk-in', note: 'Paid cash', revision: 2 });
    expect(await api.ok('updateManualSale', { params, body: { note: 'Paid cash' } })).toEqual(changed);
    const { items } = await api.ok('listSaleRevisions', { params });
    const user = { id: 'dana', name: 'Dana' };
    expect(items).toMatchObject([
      { number: 2, cause: 'edited_here', run: null, user },
      { number: 1, cause: 'entered', run: null, user, changes: [] },
    ]);
    expect(items[0]?.changes.toSorted((a, b) => (a.field < b.field ? -1 : 1))).toEqual([
      { field: 'note', label: null, from: null, to: 'Paid cash' },
      { field: 'number', label: null, from: 'F-1', to: null },
    ]);
  },

  'M-09 voids a sale once, for a reason, out of all totals': async (subject) => {
    const api = await enterTracking(subject);
    const sale = await sell(api);
    const params = { saleId: sale.id };
    const voided = await api.ok('voidSale', { params, body: { reason: ' Entered twice ' } });
    expect(voided).toMatchObject({
      state: 'voided',
      voidReason: 'voided_here',
      voidNote: 'Entered twice',
      total: sale.total,
      lines: sale.lines,
      revision: 2,
    });
    expect(await api.ok('voidSale', { params, body: { reason: 'Again' } })).toEqual(voided);
    await api.refused('updateManualSale', 'sale_voided', { params, body: { note: 'x' } });
    expect(await api.ok('getSalesTotals')).toMatchObject({ totals: [], count: 0, voided: 1 });
    const [revision] = (await api.ok('listSaleRevisions', { params })).items;
    expect(revision).toMatchObject({ number: 2, cause: 'voided_here', user: { id: 'dana' } });
    expect(revision?.changes.map(({ field }) => field).toSorted()).toEqual(
      expect.arrayContaining(['state', 'voidNote']),
    );
  },

  'L-04 M-08 hints at sales with the same number and at lookalikes, three at most': async (subject) => {
    const api = await enterSynced(subject, (today) => [
      entryOf('1', daysAfter(today, -3), { total: '20.5' }),
      entryOf('2', daysAfter(today, -4), { total: '20.5' }),
      entryOf('3', today, { total: '20.5', currency: 'EUR' }),
      entryOf('4', today, { total: '20.51' }),
    ]);
    const sale = await sell(api);
    const query = { number: 'F-1', date: api.today, currency: 'USD', total: '20.50' };
    const hints = await api.ok('getSaleHints', { query });
    expect(hints.sameNumber.map(({ id }) => id)).toEqual([sale.id]);
    expect(hints.lookalikes.map(({ number }) => number)).toEqual(['N-1']);
    const others = await api.ok('getSaleHints', { query: { ...query, exceptSaleId: sale.id } });
    expect(others.sameNumber).toEqual([]);
    for (let count = 0; count < 3; count += 1) await sell(api);
    expect((await api.ok('getSaleHints', { query: { number: 'F-1' } })).sameNumber).toHaveLength(3);
    expect(await api.ok('getSaleHints')).toEqual({ sameNumber: [], lookalikes: [] });
    expect((await api.ok('getSaleHints', { query: { number: 'N-1' } })).sameNumber).toEqual([]);
  },

  'enters nothing while sales tracking is off': async (subject) => {
    const { refused, today } = await enter(subject);
    await refused('createManualSale', 'sales_tracking_disabled', { body: manualSale(today) });
  },
};
