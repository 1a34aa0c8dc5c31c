import { Decimal128 } from 'mongodb';
import type { Database } from '../database.ts';
import { finishedGoods } from './finished-goods.ts';

/** Stocks the shelves of a business that has none yet. */
export async function stockShelves({ products }: Database, businessId: string): Promise<void> {
  await products.bulkWrite(
    finishedGoods.map((good) => ({
      updateOne: {
        filter: { _id: `${businessId}:${good.itemId}` },
        update: {
          $setOnInsert: {
            ...good,
            businessId,
            opening: Decimal128.fromString(good.opening),
            syncedAt: null,
          },
        },
        upsert: true,
      },
    })),
    { ordered: false },
  );
}
