import { describe, expect, it } from 'vitest';
import { daysBefore, isCalendarDate } from './calendar-date.ts';

describe('calendar dates', () => {
  it('O-01 counts days over a change of clocks and a leap day', () => {
    expect(daysBefore('2026-11-02', 1)).toBe('2026-11-01');
    expect(daysBefore('2026-03-30', 2)).toBe('2026-03-28');
    expect(daysBefore('2028-03-01', 1)).toBe('2028-02-29');
  });

  it('knows a date from what is half typed', () => {
    expect(['2026-11-23', '1900-01-01'].filter(isCalendarDate)).toHaveLength(2);
    expect(['', '0002-11-23', '2026-02-30', '2026-11'].filter(isCalendarDate)).toEqual([]);
  });
});
