import { describe, expect, it } from 'vitest';
import { Types } from '../database.ts';
import type { ProviderSale } from '../provider/provider-sale.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { describeChanges } from './describe-changes.ts';
import { saleFields } from './sale-fields.ts';
import type { SaleDocument } from './sale.model.ts';

const fieldsOf = (sale: ProviderSale) => saleFields(sale, 'USD');
const invoice = scriptedSale('1', { total: '20.50', customer: { externalId: '1', name: 'Harbour Works' } });
const [line] = invoice.lines as [ProviderSale['lines'][number]];
const differ = (before: Partial<ProviderSale>, after: Partial<ProviderSale>) =>
  describeChanges(fieldsOf({ ...invoice, ...before }) as unknown as SaleDocument, {
    ...fieldsOf({ ...invoice, ...after }),
  });

describe('describeChanges', () => {
  it('G-12 names each field that differs, with what it was and what it is', () => {
    const after = {
      number: null,
      date: '2026-03-06',
      customer: { externalId: '2', name: 'Zoë' },
      total: '21',
    };
    expect(differ({}, after)).toEqual([
      { field: 'number', label: null, from: 'N-1', to: null },
      { field: 'customerName', label: null, from: 'Harbour Works', to: 'Zoë' },
      { field: 'date', label: null, from: '2026-03-05', to: '2026-03-06' },
      { field: 'total', label: null, from: '20.5', to: '21' },
    ]);
  });

  it('G-12 finds nothing between amounts that are written differently or lines that stand elsewhere', () => {
    const other = { ...line, itemId: '6', itemName: 'Plate' };
    expect(differ({ tax: '1.50', lines: [line, other] }, { tax: '1.5', lines: [other, line] })).toEqual([]);
  });

  it('G-12 leaves alone what is not set', () => {
    const before = fieldsOf(invoice) as unknown as SaleDocument;
    expect(describeChanges({ ...before, state: 'active' }, { state: 'voided' })).toEqual([
      { field: 'state', label: null, from: 'active', to: 'voided' },
    ]);
  });

  it('G-12 tells lines that changed from those that came and went', () => {
    const plate = { ...line, itemId: '6', itemName: 'Plate' };
    const bolt = { ...line, itemId: '7', itemName: 'Bolt', quantity: '8', unitPrice: '0.25', amount: '2' };
    expect(differ({ lines: [line, plate] }, { lines: [bolt, { ...line, quantity: '3' }] })).toEqual([
      { field: 'line', label: 'Bracket', from: '1 × 20.5', to: '3 × 20.5' },
      { field: 'line', label: 'Plate', from: '1 × 20.5', to: null },
      { field: 'line', label: 'Bolt', from: null, to: '8 × 0.25' },
    ]);
  });

  it('G-12 pairs lines of the same thing one by one', () => {
    const second = { ...line, quantity: '2' };
    expect(differ({ lines: [line, second] }, { lines: [line, { ...second, quantity: '5' }] })).toEqual([
      { field: 'line', label: 'Bracket', from: '2 × 20.5', to: '5 × 20.5' },
    ]);
    expect(differ({ lines: [line, line] }, { lines: [line] })).toEqual([
      { field: 'line', label: 'Bracket', from: '1 × 20.5', to: null },
    ]);
  });

  it('G-12 shows the words of a line when its numbers are the same, and the amount where there is no price', () => {
    const words = { ...line, description: 'as agreed' };
    expect(differ({}, { lines: [words] })).toEqual([
      { field: 'line', label: 'Bracket', from: null, to: 'as agreed' },
    ]);
    const flat = { ...line, quantity: null, unitPrice: null };
    expect(differ({ lines: [flat] }, { lines: [{ ...flat, amount: '7.00' }] })).toEqual([
      { field: 'line', label: 'Bracket', from: '20.5', to: '7' },
    ]);
  });

  it('G-12 stops at fifty changes and cuts long texts between characters', () => {
    const lines = Array.from({ length: 80 }, (_, index) => ({ ...line, itemId: `n${index}` }));
    const found = differ({}, { note: '🧾'.repeat(500), lines });
    expect(found).toHaveLength(50);
    expect(found[0]?.to).toBe(`${'🧾'.repeat(159)}…`);
  });

  it('G-12 compares twenty thousand lines that all differ without holding anybody up', () => {
    const some = (from: number) =>
      Array.from({ length: 20_000 }, (_, index) => ({
        ...line,
        itemId: `${(from + index) % 30_000}`,
        quantity: `${from + index + 2}`,
      }));
    const [before, after] = [
      fieldsOf({ ...invoice, lines: some(0) }),
      { ...fieldsOf({ ...invoice, lines: some(10_000).toReversed() }) },
    ];
    const begun = performance.now();
    const found = describeChanges(before as unknown as SaleDocument, after);
    // Two minutes where each line is looked for among the others; less than a second so.
    expect(performance.now() - begun).toBeLessThan(5000);
    expect(found).toHaveLength(50);
  });

  it('G-12 keeps the precision that floats lose', () => {
    const before = fieldsOf(invoice) as unknown as SaleDocument;
    const total = Types.Decimal128.fromString('12345678901234567890.123456');
    expect(describeChanges(before, { total })[0]?.to).toBe('12345678901234567890.123456');
  });
});
