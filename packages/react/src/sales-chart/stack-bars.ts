import type { SalesSeries } from '@sales-channels/contract';
import { addPeriods } from '@sales-channels/contract';

type CurrencySeries = SalesSeries['currencies'][number];
type Period = CurrencySeries['periods'][number];

export interface Bar {
  start: string;
  /** Undefined where nothing was sold. */
  period: Period | undefined;
  /** From `low` to `high`, in the currency; for drawing only. */
  parts: { key: string; low: number; high: number }[];
}

export interface StackedBars {
  bars: Bar[];
  /** Round amounts from the lowest to the highest, zero among them. */
  ticks: number[];
}

/** A bar a period, empty ones included: what was sold upwards from zero, what was credited downwards. */
export function stackBars({ from, to: last, period }: SalesSeries, { periods }: CurrencySeries): StackedBars {
  const known = new Map(periods.map((one) => [one.start, one]));
  const bars: Bar[] = [];
  const end = last ?? '';
  let start = from ?? '9999';
  while (start <= end) {
    bars.push({ start, period: known.get(start), parts: stack(known.get(start)) });
    start = addPeriods(start, period, 1);
  }
  const edges = bars.flatMap(({ parts }) => parts.flatMap(({ low, high }) => [low, high]));
  return { bars, ticks: roundTicks(Math.min(0, ...edges), Math.max(0, ...edges)) };
}

function stack(period: Period | undefined): Bar['parts'] {
  if (period === undefined) return [];
  const groups = period.groups.length > 0 ? period.groups : [{ key: '', total: period.total }];
  let [low, high] = [0, 0];
  return groups.map(({ key, total }) => {
    const amount = Number(total);
    if (amount < 0) return { key, high: low, low: (low += amount) };
    return { key, low: high, high: (high += amount) };
  });
}

function roundTicks(low: number, high: number): number[] {
  const rough = (high - low) / 4 || 1;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = ([1, 2, 5].find((factor) => factor * power >= rough) ?? 10) * power;
  const [first, last] = [Math.floor(low / step), Math.ceil(high / step)];
  return Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
}
