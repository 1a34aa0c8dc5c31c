import type { SalesSeries } from '@sales-channels/contract';

/** As many as can be told apart; the rest share the last. */
export const COLORS = 6;

/** The groups of a series, in a given order first, and the number of the colour of each, from 1. */
export function colorsOf(
  { periods }: SalesSeries['currencies'][number],
  order: readonly string[],
): ReadonlyMap<string, number> {
  const keys = new Set(periods.flatMap(({ groups }) => groups.map(({ key }) => key)));
  const sorted = [
    ...order.filter((key) => keys.has(key)),
    ...[...keys].filter((key) => !order.includes(key)),
  ];
  return new Map(sorted.map((key, index) => [key, Math.min(index + 1, COLORS)]));
}
