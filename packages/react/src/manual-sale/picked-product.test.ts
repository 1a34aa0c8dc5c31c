import { expect, it } from 'vitest';
import type { LineValues } from './manual-sale-values.ts';
import { pickedProduct } from './picked-product.ts';

const empty: LineValues = {
  productId: '',
  description: '',
  quantity: '1',
  unitPrice: '',
  suggestedPrice: '',
};
const lamp = { id: 'p1', name: 'Desk lamp', code: null, unitPrice: { amount: '39.5', currency: 'USD' } };
const write = (decimal: string) => decimal.replace('.', ',');

it('M-03 brings name and price, as the user writes decimals', () => {
  expect(pickedProduct(empty, lamp, 'USD', write)).toEqual({
    productId: 'p1',
    description: 'Desk lamp',
    unitPrice: '39,5',
    suggestedPrice: '39,5',
  });
});

it('M-03 leaves a price the user typed', () => {
  const picked = pickedProduct({ ...empty, unitPrice: '7' }, lamp, 'USD', write);
  expect(picked).toEqual({ productId: 'p1', description: 'Desk lamp' });
});

it('M-03 replaces the price of the product picked before, and takes it away where there is none in the currency', () => {
  const before = { ...empty, unitPrice: '20', suggestedPrice: '20' };
  expect(pickedProduct(before, lamp, 'USD', write).unitPrice).toBe('39,5');
  expect(pickedProduct(before, lamp, 'EUR', write).unitPrice).toBe('');
  expect(pickedProduct(before, { ...lamp, unitPrice: null }, 'USD', write).unitPrice).toBe('');
});
