import type { Sale } from '@sales-channels/contract';
import { Big } from 'big.js';

/** Exact decimals as text, by the accounting system's item id. */
export type Quantities = Record<string, string>;

/** What a sale takes from stock, as it stands. Returned goods are negative; a sale that no longer counts takes nothing. */
export function soldQuantities(sale: Pick<Sale, 'type' | 'state' | 'outOfRange' | 'lines'>): Quantities {
  if (sale.state === 'voided' || sale.outOfRange) return {};
  const sign = sale.type === 'credit_memo' ? -1 : 1;
  const sums = new Map<string, Big>();
  for (const { itemId, quantity } of sale.lines) {
    if (itemId === null || quantity === null) continue;
    sums.set(itemId, (sums.get(itemId) ?? new Big(0)).plus(new Big(quantity).times(sign)));
  }
  return toQuantities(sums);
}

/** What has to be added to `before` to get `after`. */
export function differenceOf(before: Quantities, after: Quantities): Quantities {
  const items = new Set([...Object.keys(before), ...Object.keys(after)]);
  return toQuantities(
    [...items].map((item) => [item, new Big(after[item] ?? 0).minus(before[item] ?? 0)] as const),
  );
}

export function sumOf(all: Iterable<Quantities>): Quantities {
  const sums = new Map<string, Big>();
  for (const quantities of all) {
    for (const [item, quantity] of Object.entries(quantities))
      sums.set(item, (sums.get(item) ?? new Big(0)).plus(quantity));
  }
  return toQuantities(sums);
}

const toQuantities = (entries: Iterable<readonly [string, Big]>): Quantities =>
  Object.fromEntries([...entries].flatMap(([item, sum]) => (sum.eq(0) ? [] : [[item, sum.toFixed()]])));
