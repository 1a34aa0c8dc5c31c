import { describe, expect, it } from 'vitest';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { decideStorable } from './storable.ts';

const context = { floor: '2026-01-01', homeCurrency: 'USD' };
const [line] = scriptedSale('1').lines;
if (!line) throw new Error('The scripted sale has a line.');

describe('E-10 a document that cannot be stored as it is', () => {
  it.each([
    ['a total that is no number', { total: 'NaN' }],
    ['an amount finer than is kept', { tax: `0.${'0'.repeat(24)}1` }],
    ['a currency nobody knows', { currency: 'Bitcoin' }],
    ['a currency without letters', { currency: '' }],
    ['a line without an amount', { lines: [{ ...line, amount: '' }] }],
    ['a quantity beyond reason', { lines: [{ ...line, quantity: '9'.repeat(40) }] }],
    ['a note of ten megabytes', { note: 'x'.repeat(10_000_000) }],
    ['a number of ten megabytes', { number: '9'.repeat(10_000_000) }],
    ['a customer of ten megabytes', { customer: { externalId: null, name: 'x'.repeat(10_000_000) } }],
    ['a note of nine megabytes in three million characters', { note: '您'.repeat(3_000_000) }],
    ['items of ten megabytes', { lines: [{ ...line, itemName: 'x'.repeat(10_000_000) }] }],
    ['a class of ten megabytes', { lines: [{ ...line, className: 'x'.repeat(10_000_000) }] }],
    [
      'a bundle of ten megabytes',
      { lines: [{ ...line, group: { itemId: '1', name: 'x'.repeat(10_000_000) } }] },
    ],
    [
      'lines that are many and long',
      {
        lines: Array.from({ length: 15_000 }, () => ({
          ...line,
          itemName: 'x'.repeat(300),
          className: 'y'.repeat(300),
        })),
      },
    ],
    ['lines without end', { lines: Array.from({ length: 20_001 }, () => line) }],
  ])('is named for %s', (_what, fields) => {
    const decision = decideStorable(null, scriptedSale('7', { number: 'N-7', ...fields }), context);
    expect(decision).toMatchObject({ type: 'invoice', externalId: '7', place: null });
    expect('reason' in decision && decision.reason.length).toBeGreaterThan(10);
  });

  it.each([
    ['ten thousand lines', { lines: Array.from({ length: 10_000 }, () => line) }],
    ['a date long past', { date: '0201-03-05', dueDate: '9999-12-31' }],
    ['words in every script', { note: '🧾 שלום مرحبا 您好'.repeat(1000) }],
  ])('is stored with %s', (_what, fields) => {
    expect(
      decideStorable(null, scriptedSale('7', fields), { ...context, floor: '0001-01-01' }),
    ).toMatchObject({
      outcome: 'created',
    });
  });
});
