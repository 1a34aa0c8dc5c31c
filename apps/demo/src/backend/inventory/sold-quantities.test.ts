import type { Sale } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { differenceOf, soldQuantities, sumOf } from './sold-quantities.ts';

type Counted = Parameters<typeof soldQuantities>[0];

const line = (itemId: string | null, quantity: string | null): Sale['lines'][number] => ({
  kind: itemId === null ? 'description' : 'item',
  itemId,
  itemName: null,
  description: null,
  quantity,
  unitPrice: null,
  amount: '0',
  taxCode: null,
  className: null,
  group: null,
  match: null,
});

const sale = (overrides: Partial<Counted> = {}): Counted => ({
  type: 'invoice',
  state: 'active',
  outOfRange: false,
  lines: [line('1', '2'), line('2', '0.1'), line('2', '0.2'), line(null, null), line('3', null)],
  ...overrides,
});

describe('soldQuantities', () => {
  it('F-11 adds quantities of an item exactly', () => {
    expect(soldQuantities(sale())).toEqual({ '1': '2', '2': '0.3' });
  });

  it('F-06 takes the goods of a credit memo back', () => {
    expect(soldQuantities(sale({ type: 'credit_memo' }))).toEqual({ '1': '-2', '2': '-0.3' });
  });

  it.each([{ state: 'voided' as const }, { outOfRange: true }])('G-02 takes nothing for %o', (overrides) => {
    expect(soldQuantities(sale(overrides))).toEqual({});
  });
});

describe('differenceOf', () => {
  it('tells what has to be added, leaving out what stays', () => {
    expect(differenceOf({ a: '5', b: '1', c: '2' }, { a: '3', c: '2', d: '1.5' })).toEqual({
      a: '-2',
      b: '-1',
      d: '1.5',
    });
  });

  it('takes everything back when nothing is left', () => {
    expect(differenceOf({ a: '5' }, {})).toEqual({ a: '-5' });
  });
});

describe('sumOf', () => {
  it('adds by item and drops what comes to nothing', () => {
    expect(sumOf([{ a: '0.1' }, { a: '0.2', b: '1' }, { b: '-1' }])).toEqual({ a: '0.3' });
  });
});
