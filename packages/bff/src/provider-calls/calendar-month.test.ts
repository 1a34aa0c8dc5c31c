import { describe, expect, it } from 'vitest';
import { calendarMonthIn, nextMonthIn } from './calendar-month.ts';

const PACIFIC = 'America/Los_Angeles';

describe('a calendar month in a zone', () => {
  it.each([
    [PACIFIC, '2026-12-01T07:59:59Z', '2026-11', '2026-12-01T08:00:00.000Z'],
    [PACIFIC, '2026-12-01T08:00:00Z', '2026-12', '2027-01-01T08:00:00.000Z'],
    [PACIFIC, '2026-03-05T00:00:00Z', '2026-03', '2026-04-01T07:00:00.000Z'],
    [PACIFIC, '2026-10-31T12:00:00Z', '2026-10', '2026-11-01T07:00:00.000Z'],
    ['Pacific/Kiritimati', '2026-11-30T10:00:00Z', '2026-12', '2026-12-31T10:00:00.000Z'],
    ['Asia/Kathmandu', '2026-11-30T18:14:00Z', '2026-11', '2026-11-30T18:15:00.000Z'],
    ['America/Santiago', '2026-08-15T00:00:00Z', '2026-08', '2026-09-01T04:00:00.000Z'],
    ['UTC', '2026-02-28T23:59:59Z', '2026-02', '2026-03-01T00:00:00.000Z'],
  ])('in %s at %s is %s, until %s', (zone, at, month, next) => {
    expect(calendarMonthIn(zone, new Date(at))).toBe(month);
    expect(nextMonthIn(zone, new Date(at)).toISOString()).toBe(next);
  });

  it('turns at the very moment it says, all over the world and for years', () => {
    const zones = [
      PACIFIC,
      'Pacific/Kiritimati',
      'Pacific/Niue',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Africa/Cairo',
    ];
    for (const zone of zones) {
      for (let at = Date.UTC(2026, 0, 15, 12); at < Date.UTC(2032, 0, 1); at += 29 * 86_400_000) {
        const next = nextMonthIn(zone, new Date(at)).getTime();
        const month = calendarMonthIn(zone, new Date(at));
        expect(calendarMonthIn(zone, new Date(next - 1)), `${zone} ${new Date(next).toISOString()}`).toBe(
          month,
        );
        expect(calendarMonthIn(zone, new Date(next)), `${zone} ${new Date(next).toISOString()}`).not.toBe(
          month,
        );
      }
    }
  });
});
