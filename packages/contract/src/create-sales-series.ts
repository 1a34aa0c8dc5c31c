import { Big } from 'big.js';
import type { SalesSeries, SeriesGrouping, SeriesPeriod } from './sales-series.ts';
import { MAX_SERIES_PERIODS } from './sales-series.ts';
import { addPeriods, endOfPeriod, startOfPeriod } from './series-periods.ts';

/** Sales of one day, currency and group, added up; or just one of them. */
export interface SeriesDay {
  date: string;
  currency: string;
  /** Null where the series is not by anything. */
  group: string | null;
  total: string;
  count: number;
}

interface Asked {
  period: SeriesPeriod;
  by: SeriesGrouping;
}

/** The first day of a series whose newest sale is dated `newest`. */
export const seriesStart = (newest: string, period: SeriesPeriod): string =>
  addPeriods(startOfPeriod(newest, period), period, 1 - MAX_SERIES_PERIODS);

/** The series of what is counted, day by day; in any order, and none of it before `seriesStart`. */
export function createSalesSeries(
  { period, by }: Asked,
  days: readonly SeriesDay[],
  hasEarlier: boolean,
): SalesSeries {
  const starts = days.map(({ date }) => startOfPeriod(date, period)).toSorted();
  const [first, last] = [starts[0], starts.at(-1)];
  return {
    period,
    by,
    from: first ?? null,
    to: last === undefined ? null : endOfPeriod(last, period),
    hasEarlier,
    currencies: groupBy(days, ({ currency }) => currency)
      .map(([currency, of]) => ({
        currency,
        ...addUp(of),
        periods: groupBy(of, ({ date }) => startOfPeriod(date, period)).map(([start, within]) => ({
          start,
          ...addUp(within),
          groups: by === 'none' ? [] : groupsOf(within),
        })),
      }))
      .toSorted((a, b) => b.count - a.count),
  };
}

const groupsOf = (days: readonly SeriesDay[]) =>
  groupBy(days, ({ group }) => group ?? '').map(([key, of]) => ({ key, ...addUp(of) }));

const addUp = (days: readonly SeriesDay[]) => ({
  total: days.reduce((sum, { total }) => sum.plus(total), new Big(0)).toFixed(),
  count: days.reduce((sum, { count }) => sum + count, 0),
});

/** In the order of the keys. */
function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].toSorted(([a], [b]) => (a < b ? -1 : 1));
}
