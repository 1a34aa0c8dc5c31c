import * as z from 'zod/mini';

/** An identifier the BFF made. Opaque. */
export const idSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,64}$/));

/** The first date the API takes; as an initial sync date it means everything there is. */
export const EARLIEST_DATE = '1900-01-01';

const isRealDate = (value: string): boolean => {
  const [year, month, day] = value.split('-').map(Number);
  if (year === undefined || month === undefined || day === undefined) return false;
  if (value < EARLIEST_DATE) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
};

/** A calendar date `YYYY-MM-DD` that exists, from 1900 on. Never a time. */
export const calendarDateSchema = z.string().check(
  z.regex(/^\d{4}-\d{2}-\d{2}$/, 'Use a date like 2026-01-31.'),
  z.refine((value) => !/^\d{4}-\d{2}-\d{2}$/.test(value) || isRealDate(value), 'This date does not exist.'),
);

/** A calendar date as the books have it, which may lie before any that the API takes. */
export const documentDateSchema = z.string().check(z.regex(/^\d{4}-\d{2}-\d{2}$/));

/** An instant, ISO 8601 with an offset. */
export const instantSchema = z.iso.datetime({ offset: true });

/** A decimal number as text, e.g. `-1204.50`. Money is never a float. */
export const DECIMAL_PATTERN = /^-?\d{1,30}(\.\d{1,20})?$/;
export const decimalSchema = z.string().check(z.regex(DECIMAL_PATTERN));

/** ISO 4217. */
export const CURRENCY_PATTERN = /^[A-Z]{3}$/;
export const currencySchema = z.string().check(z.regex(CURRENCY_PATTERN));

/**
 * One of a closed list in an answer. A value a newer server has added reads as `unknown`, so that one new word does not cost
 * the whole answer.
 */
export const answerEnum = <const V extends readonly [string, ...string[]]>(values: V) =>
  z.catch(z.enum(values), 'unknown') as unknown as z.ZodMiniType<V[number] | 'unknown', V[number]>;

/** Where a list goes on; opaque. */
export const cursorSchema = z.string().check(z.regex(/^[A-Za-z0-9_-]{1,512}$/));

/** How many entries a page holds; text in a URL. */
export const limitSchema = (maximum: number) =>
  z.coerce.number<number | string>().check(z.int(), z.gte(1), z.lte(maximum));
