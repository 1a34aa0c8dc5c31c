import { describe, expect, it } from 'vitest';
import {
  formatPacificMillisecond,
  formatPacificSecond,
  fromPacificWallClock,
  pacificDay,
} from './pacific-time.ts';

const intl = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'America/Los_Angeles',
  dateStyle: 'short',
  timeStyle: 'medium',
});

describe('Pacific time', () => {
  it('agrees with the time zone database around every change of the clocks', () => {
    for (let year = 2010; year <= 2037; year += 1) {
      for (const [month, days] of [
        [2, 16],
        [10, 10],
      ] as const) {
        for (let hour = 0; hour < days * 24; hour += 1) {
          const milliseconds = Date.UTC(year, month, 1, hour);
          const text = formatPacificSecond(milliseconds / 1000);
          expect(text.slice(0, 19)).toBe(intl.format(milliseconds).replace(' ', 'T'));
          expect(Date.parse(text)).toBe(milliseconds);
        }
      }
    }
  });

  it('writes milliseconds with leading zeros and the offset of the season', () => {
    expect(formatPacificMillisecond(Date.UTC(2026, 0, 15, 20, 0, 0, 7))).toBe(
      '2026-01-15T12:00:00.007-08:00',
    );
    expect(formatPacificMillisecond(Date.UTC(2026, 6, 15, 20, 0, 0, 70))).toBe(
      '2026-07-15T13:00:00.070-07:00',
    );
  });

  it('knows the calendar day west of the date line of UTC', () => {
    expect(pacificDay(Date.UTC(2026, 10, 23, 7) / 1000)).toBe(Date.UTC(2026, 10, 22) / 86_400_000);
    expect(pacificDay(Date.UTC(2026, 10, 23, 8) / 1000)).toBe(Date.UTC(2026, 10, 23) / 86_400_000);
  });

  it('turns a wall clock time into the instant it names', () => {
    for (const instant of [Date.UTC(2026, 0, 5, 17), Date.UTC(2026, 6, 5, 17)]) {
      const wallClock = Date.parse(`${formatPacificSecond(instant / 1000).slice(0, 19)}Z`);
      expect(fromPacificWallClock(wallClock / 1000)).toBe(instant / 1000);
    }
  });
});
