import { describe, expect, it } from 'vitest';
import { createFormat } from '../messages/create-format.ts';
import { englishMessages } from '../messages/messages.ts';
import { describeField, describeValue } from './describe-value.ts';

const format = createFormat('en-US');
const inWords = (field: string, value: string | null) =>
  describeValue({ field, value, currency: 'USD' }, englishMessages, format).replaceAll(/\s/g, ' ');

describe('a value in a sale’s history', () => {
  it.each([
    ['total', '1234.5', 'USD 1,234.50'],
    ['balance', '-3', '−USD 3.00'],
    ['date', '2026-11-02', 'Nov 2, 2026'],
    ['state', 'voided', 'Void'],
    ['voidReason', 'deleted_at_source', englishMessages.sales.voidReasons.deleted_at_source],
    ['outOfRange', 'true', 'Yes'],
    ['outOfRange', 'false', 'No'],
    ['customerName', 'Ada', 'Ada'],
    ['customerName', null, 'nothing'],
    ['note', '', 'nothing'],
  ])('G-12 writes %s %s as %s', (field, value, words) => {
    expect(inWords(field, value)).toBe(words);
  });

  it.each([
    ['total', 'about 5'],
    ['date', '2026-02-30'],
    ['state', 'archived'],
    ['state', 'constructor'],
    ['aNewField', '7'],
  ])('G-12 leaves %s %s as it is, which the kit does not know', (field, value) => {
    expect(inWords(field, value)).toBe(value);
  });

  it('G-12 names the field, one it does not know by its own name', () => {
    expect(describeField('customerName', englishMessages)).toBe('Customer');
    expect(describeField('toString', englishMessages)).toBe('toString');
  });
});
