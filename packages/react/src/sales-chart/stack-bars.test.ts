import { expect, it } from 'vitest';
import type { SalesSeries } from '@sales-channels/contract';
import { stackBars } from './stack-bars.ts';

const period = (start: string, ...totals: string[]) => ({
  start,
  total: '0',
  count: totals.length,
  groups: totals.map((total, index) => ({ key: `g${index}`, total, count: 1 })),
});
const series = (from: string, to: string, ...periods: ReturnType<typeof period>[]): SalesSeries => ({
  period: 'month',
  by: 'type',
  from,
  to,
  hasEarlier: false,
  currencies: [{ currency: 'USD', total: '0', count: 1, periods }],
});
const drawn = (of: SalesSeries) => stackBars(of, of.currencies[0]!);

it('N-08 stacks upwards what was sold and downwards what was credited', () => {
  const { bars, ticks } = drawn(
    series('2026-01-01', '2026-01-31', period('2026-01-01', '30', '-12', '8', '-3')),
  );
  expect(bars[0]?.parts.map(({ low, high }) => [low, high])).toEqual([
    [0, 30],
    [-12, 0],
    [30, 38],
    [-15, -12],
  ]);
  expect(ticks).toEqual([-20, 0, 20, 40]);
});

it('N-08 keeps room for periods without sales', () => {
  const { bars } = drawn(
    series('2025-12-01', '2026-02-28', period('2025-12-01', '1'), period('2026-02-01', '2')),
  );
  expect(bars.map(({ start, parts }) => [start, parts.length])).toEqual([
    ['2025-12-01', 1],
    ['2026-01-01', 0],
    ['2026-02-01', 1],
  ]);
});
