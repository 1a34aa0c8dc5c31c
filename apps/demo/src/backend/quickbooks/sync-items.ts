import { Decimal128 } from 'mongodb';
import { z } from 'zod';
import type { Database } from '../database.ts';
import type { CompanyAccess } from './company-access.ts';
import type { QuickBooksApi } from './quickbooks-api.ts';

const itemSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  Sku: z.string().optional(),
  Type: z.string().optional(),
  UnitPrice: z.number().optional(),
});
const GOODS = new Set(['Inventory', 'NonInventory']);
const nothing = Decimal128.fromString('0');

/** Takes names, SKUs and prices of goods over from QuickBooks; new ones begin with nothing on the shelf. */
export async function syncItems(
  { products }: Database,
  api: QuickBooksApi,
  businessId: string,
  access: CompanyAccess,
): Promise<{ items: number }> {
  const items = (await api.query(access, 'Item', itemSchema)).filter(({ Type }) => GOODS.has(Type ?? ''));
  const syncedAt = new Date();
  if (items.length > 0)
    await products.bulkWrite(
      items.map(({ Id, Name, Sku, UnitPrice }) => ({
        updateOne: {
          filter: { _id: `${businessId}:${Id}` },
          update: {
            $set: {
              name: Name,
              sku: Sku ?? null,
              unitPrice: UnitPrice === undefined ? null : String(UnitPrice),
              syncedAt,
            },
            $setOnInsert: { businessId, itemId: Id, opening: nothing, reorderAt: 0 },
          },
          upsert: true,
        },
      })),
      { ordered: false },
    );
  return { items: items.length };
}
