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
    ['lines without end', { lines: Array.from({ length: 20_001 }, () => line) }],
  ])('is named for %s', (_what, fields) => {
    const decision = decideStorable(null, scriptedSale('7', { number: 'N-7', ...fields }), context);
    expect(decision).toMatchObject({ type: 'invoice', externalId: '7', number: 'N-7', place: null });
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
