import type { CreateManualSale, Product, SaleHintsQuery } from '@sales-channels/contract';
import type { ApiProblem } from '@sales-channels/contract/client';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, startTestBff } from '../testing/start-test-bff.ts';

const bracket: Product = {
  id: 'p-bracket',
  name: 'Bracket',
  code: 'BR-1',
  unitPrice: { amount: '4.50', currency: 'USD' },
};
const catalogue = [
  bracket,
  ...Array.from({ length: 30 }, (_, index): Product => ({
    ...bracket,
    id: `p-${index}`,
    name: `Plate ${index}`,
  })),
];
let trouble: (() => never) | null = null;
let asked: [string, unknown][] = [];
let test: Awaited<ReturnType<typeof startTestBff>>;
let bare: Awaited<ReturnType<typeof startTestBff>>;

beforeAll(async () => {
  const provider = createScriptedProvider({ pageSize: 100 });
  const synced = { date: '2026-04-10', total: '20.50' };
  provider.documents = [
    scriptedSale('same', { ...synced, number: 'M-7' }),
    scriptedSale('three-later', { ...synced, date: '2026-04-13' }),
    scriptedSale('four-later', { ...synced, date: '2026-04-14' }),
    scriptedSale('other-total', { ...synced, total: '20.51' }),
    scriptedSale('other-currency', { ...synced, currency: 'EUR' }),
    scriptedSale('memo', { ...synced, type: 'credit_memo' }),
    scriptedSale('void', { ...synced, isVoid: true }),
  ];
  test = await startTestBff({
    databaseUri: inject('mongodbUri'),
    provider,
    connections: { brightwater: [hostConnection('r1')] },
    products: {
      search: async (businessId, text) => {
        asked.push([businessId, text]);
        trouble?.();
        return catalogue.filter(({ name }) => name.includes(text));
      },
      find: async (businessId, productIds) => {
        asked.push([businessId, productIds]);
        trouble?.();
        return catalogue.filter(({ id }) => productIds.includes(id));
      },
    },
  });
  bare = await startTestBff({ databaseUri: inject('mongodbUri'), provider: createScriptedProvider() });
  await bare.client.setSalesTracking({ body: { enabled: true } });
  await test.bff.worker.start();
  const channel = await test.openChannel();
  await test.ended((await test.client.syncChannel({ params: { channelId: channel.id } })).id);
});
afterAll(async () => {
  await bare.stop();
  await test.stop();
});

const typed = (
  lines: CreateManualSale['lines'],
  change: Partial<CreateManualSale> = {},
): CreateManualSale => ({
  date: '2026-04-11',
  currency: 'USD',
  lines,
  ...change,
});
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('It was accepted.')),
    (error: unknown) => (error as ApiProblem).problem,
  );
const manual = async () => (await test.client.listSales({ query: { source: 'manual' } })).items;

describe("the host's products", () => {
  it('M-03 are found by a search, twenty at most', async () => {
    asked = [];
    expect((await test.client.searchProducts({ query: { search: 'Brack' } })).items).toEqual([bracket]);
    expect((await test.client.searchProducts({ query: {} })).items).toHaveLength(20);
    expect(asked).toEqual([
      ['brightwater', 'Brack'],
      ['brightwater', ''],
    ]);
    expect((await test.client.getContext()).manualSales).toEqual({ hasProducts: true });
  });

  it('M-03 are what lines name, asked for once each', async () => {
    asked = [];
    const lines = [
      { productId: 'p-bracket', quantity: '2', unitPrice: '4.50' },
      { productId: 'p-bracket', description: 'second hand', quantity: '1', unitPrice: '2' },
      { description: 'Delivery', quantity: '1', unitPrice: '0' },
    ];
    const sale = await test.client.createManualSale({ body: typed(lines) });
    const match = { status: 'matched', productId: 'p-bracket' };
    expect(sale.lines).toMatchObject([
      { itemId: 'p-bracket', itemName: 'Bracket', description: null, amount: '9', match },
      { itemId: 'p-bracket', itemName: 'Bracket', description: 'second hand', match },
      { itemId: null, itemName: null, description: 'Delivery', match: null },
    ]);
    expect(asked).toEqual([['brightwater', ['p-bracket']]]);
  });

  it('M-03 have to be there: a line that names another is told so and nothing is saved', async () => {
    const before = await manual();
    const lines = [
      { productId: 'p-bracket', quantity: '1', unitPrice: '1' },
      { productId: 'gone', quantity: '1', unitPrice: '1' },
    ];
    expect(await problemOf(test.client.createManualSale({ body: typed(lines) }))).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'body.lines.1.productId' }],
    });
    expect(await manual()).toEqual(before);
  });

  it('M-03 are unavailable while the host fails; words alone still work', async () => {
    const before = await manual();
    trouble = () => {
      throw new Error('The host is down: secret');
    };
    try {
      const lines = [{ productId: 'p-bracket', quantity: '1', unitPrice: '1' }];
      const problem = await problemOf(test.client.createManualSale({ body: typed(lines) }));
      expect(problem).toMatchObject({ code: 'products_unavailable', status: 502 });
      expect(JSON.stringify(problem)).not.toContain('secret');
      expect(await problemOf(test.client.searchProducts({ query: {} }))).toMatchObject({
        code: 'products_unavailable',
      });
      expect(await manual()).toEqual(before);
      await test.client.createManualSale({
        body: typed([{ description: 'Bracket', quantity: '1', unitPrice: '1' }]),
      });
      expect(await manual()).toHaveLength(before.length + 1);
    } finally {
      trouble = null;
    }
  });

  it('M-03 are none where the host has none to offer', async () => {
    expect((await bare.client.getContext()).manualSales).toEqual({ hasProducts: false });
    expect((await bare.client.searchProducts({ query: { search: 'x' } })).items).toEqual([]);
    const lines = [{ productId: 'p-bracket', quantity: '1', unitPrice: '1' }];
    expect(await problemOf(bare.client.createManualSale({ body: typed(lines) }))).toMatchObject({
      errors: [{ path: 'body.lines.0.productId' }],
    });
  });
});

describe('hints', () => {
  const hints = async (query: SaleHintsQuery) => {
    const { sameNumber, lookalikes } = await test.client.getSaleHints({ query });
    return [sameNumber.map(({ id }) => id), lookalikes.map(({ number }) => number)];
  };
  const like = { date: '2026-04-10', currency: 'USD', total: '20.5' };

  it('L-04 are the active synced sales of the same amount, at most three days apart', async () => {
    expect(await hints(like)).toEqual([[], ['N-three-later', 'M-7']]);
    expect(await hints({ ...like, date: '2026-04-06' })).toEqual([[], []]);
    expect(await hints({ ...like, total: '-20.50' })).toEqual([[], ['N-memo']]);
  });

  it('L-04 stop nothing, and merge nothing', async () => {
    const lines = [{ description: 'Bracket', quantity: '1', unitPrice: '20.50' }];
    const sale = await test.client.createManualSale({ body: typed(lines, { number: 'M-7' }) });
    const found = (await test.client.listSales({ query: { search: 'M-7' } })).items;
    expect(found.map(({ source }) => source).toSorted()).toEqual(['manual', 'synced']);
    expect(found.map(({ id }) => id)).toContain(sale.id);
  });

  it('M-08 are the manual sales of the same number, but for the one that is asked about and voided ones', async () => {
    const lines = [{ description: 'Bracket', quantity: '1', unitPrice: '1' }];
    const enter = () => test.client.createManualSale({ body: typed(lines, { number: 'R-8' }) });
    const first = await enter();
    const second = await enter();
    expect(await hints({ number: ' R-8 ' })).toEqual([[second.id, first.id], []]);
    expect(await hints({ number: 'R-8', exceptSaleId: second.id })).toEqual([[first.id], []]);
    await test.client.voidSale({ params: { saleId: first.id }, body: { reason: 'Entered twice' } });
    expect(await hints({ number: 'R-8', exceptSaleId: second.id })).toEqual([[], []]);
  });

  it('L-04 refuse an amount that no sale can have', async () => {
    const total = `${'9'.repeat(30)}.123456789`;
    expect(await problemOf(test.client.getSaleHints({ query: { ...like, total } }))).toMatchObject({
      code: 'invalid_request',
      errors: [{ path: 'query.total' }],
    });
    expect(await hints({ ...like, total: `${'9'.repeat(30)}.1234` })).toEqual([[], []]);
  });

  it('M-08 compare only what is given', async () => {
    expect(await hints({})).toEqual([[], []]);
    expect(await hints({ number: '', total: '20.5', date: '2026-04-10' })).toEqual([[], []]);
  });
});
