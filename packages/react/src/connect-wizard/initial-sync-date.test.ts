import * as z from 'zod/mini';
import { describe, expect, it } from 'vitest';
import { datePresets, defaultDate, faultOfDate } from './initial-sync-date.ts';
import { startDateSchema } from './start-date-form.ts';

const limits = { today: '2026-11-23', earliest: null };

describe('faultOfDate', () => {
  it.each([
    ['', 'missing'],
    ['2026-02-30', 'impossible'],
    ['yesterday', 'impossible'],
    ['2026-01-05T10:00:00Z', 'impossible'],
    ['26-01-05', 'impossible'],
    ['2026-11-24', 'future'],
    ['2026-11-23', null],
    ['1900-01-01', null],
  ])('D-01 D-02 D-03 finds in %j: %s', (date, fault) => {
    expect(faultOfDate(date, limits)).toBe(fault);
  });

  it('D-04 takes the earliest date the host allows, and none before it', () => {
    const limited = { ...limits, earliest: '2026-06-01' };
    expect(faultOfDate('2026-06-01', limited)).toBeNull();
    expect(faultOfDate('2026-05-31', limited)).toBe('too_early');
  });
});

describe('startDateSchema', () => {
  it('D-03 puts the fault on the field, in the words given', () => {
    const schema = startDateSchema(limits, (fault) => `words for ${fault}`);
    const result = z.safeParse(schema, { initialSyncDate: '2026-02-30', startSync: true });
    expect(result.error?.issues).toMatchObject([
      { path: ['initialSyncDate'], message: 'words for impossible' },
    ]);
    expect(z.safeParse(schema, { initialSyncDate: '2026-02-28', startSync: false }).success).toBe(true);
  });
});

const datesOf = (today: string, earliest: string | null = null) =>
  Object.fromEntries(datePresets({ today, earliest }).map(({ id, date }) => [id, date]));

describe('datePresets', () => {
  it('D-08 counts back from today', () => {
    expect(datesOf('2026-11-23')).toEqual({
      this_year: '2026-01-01',
      last_30_days: '2026-10-24',
      last_90_days: '2026-08-25',
      last_12_months: '2025-11-23',
      all: '1900-01-01',
    });
  });

  it('D-08 knows the end of February', () => {
    expect(datesOf('2028-02-29')).toMatchObject({ last_12_months: '2027-02-28', last_30_days: '2028-01-30' });
  });

  it('D-04 leaves out what the host does not allow, and means its earliest by all', () => {
    expect(datesOf('2026-11-23', '2026-09-01')).toEqual({ last_30_days: '2026-10-24', all: '2026-09-01' });
  });
});

describe('defaultDate', () => {
  it('D-01 is the start of the year, or of what is allowed of it', () => {
    expect(defaultDate(limits)).toBe('2026-01-01');
    expect(defaultDate({ ...limits, earliest: '2020-01-01' })).toBe('2026-01-01');
    expect(defaultDate({ ...limits, earliest: '2026-09-01' })).toBe('2026-09-01');
  });
});
