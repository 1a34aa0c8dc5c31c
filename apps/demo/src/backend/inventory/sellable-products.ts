import type { Product } from '@sales-channels/contract';
import type { Database, ProductRecord } from '../database.ts';

const FOUND = 20;

/** Finished goods whose name or SKU has the text in it, for a sale entered by hand. */
export async function searchProducts(
  { products }: Database,
  businessId: string,
  search: string,
): Promise<Product[]> {
  const has = { $regex: search.replaceAll(/[^\p{L}\p{N} ]/gu, String.raw`\$&`), $options: 'i' };
  const found = await products
    .find({ businessId, ...(search && { $or: [{ name: has }, { sku: has }] }) })
    .sort({ name: 1 })
    .limit(FOUND)
    .toArray();
  return found.map(toProduct);
}

/** The finished goods some ids stand for; those that are unknown are left out. */
export async function findProducts(
  { products }: Database,
  businessId: string,
  itemIds: readonly string[],
): Promise<Product[]> {
  const ids = itemIds.map((itemId) => `${businessId}:${itemId}`);
  return (await products.find({ _id: { $in: ids } }).toArray()).map(toProduct);
}

/** Its id is the accounting system's, so that sales from there and by hand take from the same shelf. */
const toProduct = ({ itemId, sku, name, unitPrice }: ProductRecord): Product => ({
  id: itemId,
  name,
  code: sku,
  unitPrice: unitPrice === null ? null : { amount: unitPrice, currency: 'USD' },
});
