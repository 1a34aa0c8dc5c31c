import type { Format } from '../messages/create-format.ts';
import type { Messages } from '../messages/messages.ts';
import { isCalendarDate } from '../dates/calendar-date.ts';

const MONEY = new Set(['total', 'balance', 'discount', 'shipping', 'tax']);
const DATES = new Set(['date', 'dueDate']);
const DECIMAL = /^-?\d+(\.\d+)?$/;

export interface ChangedValue {
  field: string;
  value: string | null;
  currency: string;
}

/** A field's value in a sale's history, in the user's words; a field newer than the kit keeps its own. */
export function describeValue({ field, value, currency }: ChangedValue, messages: Messages, format: Format) {
  const { saleDetail, sales } = messages;
  if (value === null || value === '') return saleDetail.nothing;
  if (MONEY.has(field) && DECIMAL.test(value)) return format.money(value, currency);
  if (DATES.has(field) && isCalendarDate(value)) return format.date(value);
  if (field === 'state') return wordOf(sales.states, value);
  if (field === 'voidReason') return wordOf(sales.voidReasons, value);
  if (field === 'outOfRange') return value === 'true' ? saleDetail.yes : saleDetail.no;
  return value;
}

/** What a field is called; its own name where the kit has none. */
export const describeField = (field: string, { saleDetail }: Messages): string =>
  wordOf(saleDetail.fields, field);

const wordOf = (words: object, key: string): string =>
  Object.hasOwn(words, key) ? String(words[key as keyof typeof words]) : key;
