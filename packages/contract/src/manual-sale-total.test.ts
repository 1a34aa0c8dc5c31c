import { expect, it } from 'vitest';
import { manualLineAmount, manualSaleTotal } from './manual-sale-total.ts';
import { minorUnitsOf } from './minor-units.ts';

it.each([
  ['1', '0.005', 'USD', '0.01'],
  ['1', '0.0049', 'USD', '0.00'],
  ['3', '0.1', 'USD', '0.30'],
  ['0.5', '1', 'JPY', '1'],
  ['0.4999', '1', 'JPY', '0'],
  ['1.0005', '1', 'KWD', '1.001'],
  ['123456789012', '999999999999.99', 'USD', '123456789011998765432109.88'],
])('M-02 %s × %s %s is %s', (quantity, unitPrice, currency, amount) => {
  expect(manualLineAmount({ quantity, unitPrice }, currency)).toBe(amount);
});

it('M-02 rounds every line, then adds', () => {
  const half = { quantity: '1', unitPrice: '0.005' };
  expect(manualSaleTotal([half, half, half], 'USD')).toBe('0.03');
  expect(manualSaleTotal([{ quantity: '1.5', unitPrice: '3' }, half], 'JPY')).toBe('5');
  expect(manualSaleTotal([], 'KWD')).toBe('0.000');
});

it('knows the smallest unit of a currency, and what is none', () => {
  expect(['USD', 'JPY', 'KWD', 'US', 'XXQ'].map(minorUnitsOf)).toEqual([2, 0, 3, null, null]);
  expect(() => manualSaleTotal([{ quantity: '1', unitPrice: '1' }], 'nope')).toThrow(RangeError);
});
