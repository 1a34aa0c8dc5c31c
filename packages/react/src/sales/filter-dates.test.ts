import { describe, expect, it } from 'vitest';
import { presetOf, rangeOf } from './filter-dates.ts';

describe('ranges of the date filter', () => {
  it('N-02 includes both ends', () => {
    expect(rangeOf('last_30_days', '2026-11-23')).toEqual({ dateFrom: '2026-10-25', dateTo: '2026-11-23' });
    expect(rangeOf('this_month', '2026-11-23')).toEqual({ dateFrom: '2026-11-01', dateTo: '2026-11-23' });
  });

  it('recognises the preset that gives a range', () => {
    expect(presetOf({}, '2026-11-23')).toBe('any');
    expect(presetOf(rangeOf('this_year', '2026-11-23'), '2026-11-23')).toBe('this_year');
    expect(presetOf({ dateFrom: '2026-01-01' }, '2026-11-23')).toBe('custom');
  });
});
