import type { Sale } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { Big } from 'big.js';
import type { Page } from 'playwright';
import { expect } from 'vitest';
import type { Inventory } from '../../src/wire/inventory.ts';
import { askHost } from './ask-host.ts';
import { readWholeFeed } from './read-feed.ts';

/** The host's inventory, as its pages get it. */
export const readInventory = async (page: Page): Promise<Inventory> =>
  (await askHost(page, '/api/inventory')).body as Inventory;

/** What the sales say was sold of an item: voided and out-of-range ones not at all, credit memos the other way. */
function soldOf(itemId: string, sales: readonly Sale[]): string {
  let sum = new Big(0);
  for (const { type, state, outOfRange, lines } of sales) {
    if (state !== 'active' || outOfRange) continue;
    for (const line of lines) {
      if (line.itemId !== itemId || line.quantity === null) continue;
      sum = type === 'credit_memo' ? sum.minus(line.quantity) : sum.plus(line.quantity);
    }
  }
  return sum.toFixed();
}

/** Waits until the shelves are what the sales say, product by product. */
export async function expectStockToFollow(page: Page, client: SalesChannelsClient): Promise<void> {
  const sales = (await readWholeFeed(client)).map(({ sale }) => sale);
  await expect
    .poll(
      async () => {
        const { products } = await readInventory(page);
        return products.map(({ itemId, opening, built, onHand }) => ({
          itemId,
          taken: new Big(opening).plus(built).minus(onHand).toFixed(),
        }));
      },
      { interval: 500 },
    )
    .toEqual(
      (await readInventory(page)).products.map(({ itemId }) => ({ itemId, taken: soldOf(itemId, sales) })),
    );
  expect(sales.length).toBeGreaterThan(0);
}
