import { calendarDateIn } from '../calendar.ts';

/** The calendar month it is at an instant in a time zone, as `YYYY-MM`. */
export const calendarMonthIn = (timeZone: string, at: Date): string =>
  calendarDateIn(timeZone, at).slice(0, 7);

/** The first moment of the calendar month after the one it is at an instant in a time zone. */
export function nextMonthIn(timeZone: string, at: Date): Date {
  const [year = 0, month = 0] = calendarMonthIn(timeZone, at).split('-').map(Number);
  const midnight = Date.UTC(year, month, 1);
  // Zones are ahead or behind by less than a day, so the offset is that of the night in question or of the day before.
  const first = midnight - offsetIn(timeZone, midnight);
  return new Date(midnight - offsetIn(timeZone, first));
}

/** How many milliseconds a zone's clocks are ahead of UTC at an instant. */
function offsetIn(timeZone: string, at: number): number {
  const clock = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const name = clock.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign, hours = 0, minutes = 0] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
