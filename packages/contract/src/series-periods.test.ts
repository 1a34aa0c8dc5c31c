import { expect, it } from 'vitest';
import { createSalesSeries, seriesStart } from './create-sales-series.ts';
import { addPeriods, endOfPeriod, startOfPeriod } from './series-periods.ts';

it.each([
  ['2026-11-23', '2026-11-23'],
  ['2026-11-29', '2026-11-23'],
  ['2027-01-03', '2026-12-28'],
  ['2024-03-03', '2024-02-26'],
])('N-08 begins the week of %s on Monday, %s', (date, monday) => {
  expect(startOfPeriod(date, 'week')).toBe(monday);
});

it('N-08 steps over months of every length and over years', () => {
  expect(addPeriods('2026-11-01', 'month', 3)).toBe('2027-02-01');
  expect(addPeriods('2026-01-01', 'month', -1)).toBe('2025-12-01');
  expect(addPeriods('2026-12-28', 'week', 1)).toBe('2027-01-04');
  expect(endOfPeriod('2024-02-01', 'month')).toBe('2024-02-29');
  expect(endOfPeriod('2026-12-28', 'week')).toBe('2027-01-03');
});

it('N-08 reaches back 120 periods, the newest among them', () => {
  expect(seriesStart('2026-11-23', 'month')).toBe('2016-12-01');
  expect(seriesStart('2026-11-29', 'week')).toBe(addPeriods('2026-11-23', 'week', -119));
});

it('N-08 adds up without floats', () => {
  const day = { date: '2026-01-05', currency: 'USD', group: 'invoice', count: 1 };
  const days = ['0.1', '0.2', '12345678901234567890.01'].map((total) => ({ ...day, total }));
  const { currencies } = createSalesSeries({ period: 'month', by: 'type' }, days, false);
  expect(currencies[0]?.periods[0]?.groups[0]?.total).toBe('12345678901234567890.31');
});
