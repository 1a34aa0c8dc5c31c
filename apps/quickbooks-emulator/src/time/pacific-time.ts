import { formatDay } from './calendar-day.ts';

const hour = 3600;
const daySeconds = 86_400;
const meanYearSeconds = 31_556_952;

interface SummerTime {
  readonly from: number;
  readonly until: number;
}

const summers = new Map<number, SummerTime>();

function sundayOf(year: number, month: number, nth: number): number {
  const first = new Date(Date.UTC(year, month, 1)).getUTCDay();
  return 1 + ((7 - first) % 7) + (nth - 1) * 7;
}

/** US rule since 2007: second Sunday of March 02:00 standard time to first Sunday of November 02:00 summer time. */
function summerTimeOf(year: number): SummerTime {
  const known = summers.get(year);
  if (known) return known;
  const summer = {
    from: Date.UTC(year, 2, sundayOf(year, 2, 2), 10) / 1000,
    until: Date.UTC(year, 10, sundayOf(year, 10, 1), 9) / 1000,
  };
  summers.set(year, summer);
  return summer;
}

/** Offset of US Pacific time from UTC at an instant given in epoch seconds, in seconds (-28800 or -25200). */
export function pacificOffset(epochSeconds: number): number {
  // May be a year off around New Year, when it is winter by either year's rule.
  const year = 1970 + Math.floor(epochSeconds / meanYearSeconds);
  const { from, until } = summerTimeOf(year);
  return epochSeconds >= from && epochSeconds < until ? -7 * hour : -8 * hour;
}

const twoDigits = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

function wallClock(epochSeconds: number, offset: number): string {
  const local = epochSeconds + offset;
  const day = Math.floor(local / daySeconds);
  const second = local - day * daySeconds;
  const hours = twoDigits[Math.floor(second / hour)];
  const minutes = twoDigits[Math.floor((second % hour) / 60)];
  return `${formatDay(day)}T${hours}:${minutes}:${twoDigits[second % 60]}`;
}

const offsetText = (offset: number) => (offset === -7 * hour ? '-07:00' : '-08:00');

/** `2026-05-05T05:16:21-07:00`: how record times are written, in whole seconds. */
export function formatPacificSecond(epochSeconds: number): string {
  const offset = pacificOffset(epochSeconds);
  return wallClock(epochSeconds, offset) + offsetText(offset);
}

/** `2026-05-05T05:16:21.718-07:00`: how the time of a response body is written. */
export function formatPacificMillisecond(epochMilliseconds: number): string {
  const second = Math.floor(epochMilliseconds / 1000);
  const fraction = String(Math.floor(epochMilliseconds - second * 1000)).padStart(3, '0');
  const offset = pacificOffset(second);
  return `${wallClock(second, offset)}.${fraction}${offsetText(offset)}`;
}

/** Number of the Pacific calendar day (days since 1970-01-01) an instant in epoch seconds falls on. */
export function pacificDay(epochSeconds: number): number {
  return Math.floor((epochSeconds + pacificOffset(epochSeconds)) / daySeconds);
}

/** Epoch seconds of a Pacific wall clock time given as if it were UTC. */
export function fromPacificWallClock(wallClockSeconds: number): number {
  const guess = wallClockSeconds - pacificOffset(wallClockSeconds + 8 * hour);
  return wallClockSeconds - pacificOffset(guess);
}
