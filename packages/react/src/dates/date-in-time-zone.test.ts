import { expect, it } from 'vitest';
import { dateInTimeZone } from './date-in-time-zone.ts';

it.each([
  ['2026-11-23T02:30:00Z', 'UTC', '2026-11-23'],
  ['2026-11-23T02:30:00Z', 'America/New_York', '2026-11-22'],
  ['2026-12-31T23:30:00Z', 'Pacific/Kiritimati', '2027-01-01'],
])('O-02 %s in %s is on %s', (instant, timeZone, date) => {
  expect(dateInTimeZone(instant, timeZone)).toBe(date);
});
