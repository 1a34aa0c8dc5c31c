import { expect, test } from 'vitest';
import { discount, group, item, subtotal, whole, words } from '../testing/documents.ts';
import { readSales } from './sale.ts';
import type { ProviderSale } from '@sales-channels/bff/provider';

async function read(document: object): Promise<ProviderSale> {
  const { sales, unreadable } = await readSales('invoice', [document]);
  expect(unreadable).toEqual([]);
  return sales[0] as ProviderSale;
}

test('F-05 discounts, by percent or fixed, and shipping are kept apart from the goods', async () => {
  const sale = await read({
    ...whole,
    Line: [
      item(1005, 1),
      subtotal(1005),
      discount(50.25, { PercentBased: true, DiscountPercent: 5 }),
      discount(0.1, { PercentBased: false }),
      item(2.2, undefined, 'SHIPPING_ITEM_ID'),
    ],
  });
  expect(sale.lines.map(({ amount }) => amount)).toEqual(['1005']);
  expect(sale).toMatchObject({ discount: '50.35', shipping: '2.2' });
});

test.each([0, undefined, 57])('a bundle with the amount %j is its inner lines, once', async (amount) => {
  const sale = await read({ ...whole, Line: [group(amount, [item(19, 1, '58'), item(38, 2, '59')])] });
  expect(sale.lines.map(({ itemId, amount, group }) => [itemId, amount, group])).toEqual([
    ['58', '19', { itemId: '201', name: 'Set' }],
    ['59', '38', { itemId: '201', name: 'Set' }],
  ]);
});

test('F-05 a bundle without inner lines is a sold thing itself', async () => {
  const sale = await read({ ...whole, Line: [group(57, [])] });
  expect(sale.lines).toMatchObject([
    { kind: 'item', itemId: '201', itemName: 'Set', quantity: '3', amount: '57', group: null },
  ]);
});

test('words between lines add nothing, a written subtotal neither', async () => {
  const sale = await read({
    ...whole,
    Line: [item(10, 1), words({ Description: 'As agreed' }), words({ Description: 'Subtotal', Amount: 10 })],
  });
  expect(sale.lines.map(({ kind, description, amount }) => [kind, description, amount])).toEqual([
    ['item', 'Pump', '10'],
    ['description', 'As agreed', '0'],
    ['description', 'Subtotal', '0'],
  ]);
});

test('a kind nobody knows keeps its amount', async () => {
  const sale = await read({ ...whole, Line: [{ DetailType: 'LevyLineDetail', Amount: 4.5 }] });
  expect(sale.lines).toMatchObject([
    { kind: 'description', itemId: null, description: 'LevyLineDetail', amount: '4.5' },
  ]);
});

test('kinds are known in their other spelling too', async () => {
  const sale = await read({ ...whole, Line: [{ ...item(10, 1), DetailType: 'SALES_ITEM_LINE_DETAIL' }] });
  expect(sale.lines).toMatchObject([{ kind: 'item', itemId: '5', amount: '10' }]);
});
