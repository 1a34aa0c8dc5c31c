import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  answerEnum,
  calendarDateSchema,
  currencySchema,
  cursorSchema,
  decimalSchema,
  idSchema,
  instantSchema,
  limitSchema,
} from './primitives.ts';

const takes = (schema: z.ZodMiniType, value: unknown) => z.safeParse(schema, value).success;

const messagesOf = (date: string) =>
  z.safeParse(calendarDateSchema, date).error?.issues.map(({ message }) => message);

describe('calendar dates', () => {
  it.each(['2026-01-31', '2024-02-29', '1900-01-01', '2026-12-31', '9999-12-31'])('D-01 takes %s', (date) => {
    expect(takes(calendarDateSchema, date)).toBe(true);
  });

  it.each([
    '2026-02-30',
    '2025-02-29',
    '1900-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '1899-12-31',
    '2026-1-1',
    '2026-01-31T00:00:00Z',
    ' 2026-01-31',
    '2026-01-31\n',
    '31.01.2026',
    '',
    20260131,
    null,
    { $gt: '' },
  ])('D-03 refuses %o', (date) => {
    expect(takes(calendarDateSchema, date)).toBe(false);
  });

  it('D-03 says which of the two is wrong', () => {
    expect(messagesOf('soon')).toEqual(['Use a date like 2026-01-31.']);
    expect(messagesOf('2026-02-30')).toEqual(['This date does not exist.']);
  });
});

it.each([
  [
    idSchema,
    ['a', 'channel_1', 'A-9', 'x'.repeat(64)],
    ['', 'a b', '../x', 'ä', 'x'.repeat(65), 7, ['a'], { $gt: '' }],
  ],
  [
    decimalSchema,
    ['0', '-1204.50', '0.00667', '9'.repeat(30)],
    ['', '1.', '.5', '+1', '1e3', '1,5', '9'.repeat(31), 1],
  ],
  [currencySchema, ['USD', 'JPY'], ['usd', 'US', 'EURO', 'U$D', '']],
  [cursorSchema, ['42', 'eyJ_-', 'x'.repeat(512)], ['', 'a=', 'x'.repeat(513)]],
  [
    instantSchema,
    ['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.123+14:00'],
    ['2026-11-23', '2026-11-23T10:00:00', ''],
  ],
  [limitSchema(200), ['1', 200, '20'], ['0', '201', '1.5', 'ten', '-1', 'NaN']],
] as const)('takes and refuses values (%#)', (schema, good, bad) => {
  expect(good.filter((value) => !takes(schema, value))).toEqual([]);
  expect(bad.filter((value) => takes(schema, value))).toEqual([]);
});

it('reads a limit as a number', () => {
  expect(z.parse(limitSchema(200), '20')).toBe(20);
});

it('reads a word that a newer server has added as unknown, and takes only known ones from servers', () => {
  const status = z.object({ status: answerEnum(['syncing', 'up_to_date']) });
  expect(z.parse(status, { status: 'up_to_date' })).toEqual({ status: 'up_to_date' });
  expect(z.parse(status, { status: 'levitating' })).toEqual({ status: 'unknown' });
});
