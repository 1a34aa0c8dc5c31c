import type { SeriesPeriod } from './sales-series.ts';

const DAY_MS = 86_400_000;
const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The first day of the month or ISO week a date is in. */
export function startOfPeriod(date: string, period: SeriesPeriod): string {
  if (period === 'month') return `${date.slice(0, 7)}-01`;
  const ms = Date.parse(date);
  const daysSinceMonday = (new Date(ms).getUTCDay() + 6) % 7;
  return dayOf(ms - daysSinceMonday * DAY_MS);
}

/** The first day of the period some periods after the one that begins on `start`. */
export function addPeriods(start: string, period: SeriesPeriod, count: number): string {
  if (period === 'week') return dayOf(Date.parse(start) + count * 7 * DAY_MS);
  const date = new Date(start);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + count, 1));
}

/** The last day of the period that begins on `start`. */
export const endOfPeriod = (start: string, period: SeriesPeriod): string =>
  dayOf(Date.parse(addPeriods(start, period, 1)) - DAY_MS);
