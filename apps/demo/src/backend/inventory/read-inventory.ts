import { Big } from 'big.js';
import type { Inventory, InventoryProduct, Movement } from '../../wire/inventory.ts';
import type { AppliedSaleRecord, BuildRecord, Database, ProductRecord } from '../database.ts';

const MOVEMENTS = 40;
const BUILDS = 10;

/** A business' shelves, and what moved last. */
export async function readInventory(
  { products, sold, appliedSales, builds }: Database,
  businessId: string,
): Promise<Omit<Inventory, 'company'>> {
  const [records, soldRecords, moved, buildRecords, salesReceived] = await Promise.all([
    products.find({ businessId }).toArray(),
    sold.find({ businessId }).toArray(),
    appliedSales
      .find({ businessId, movedAt: { $exists: true } })
      .sort({ movedAt: -1, date: -1 })
      .limit(MOVEMENTS)
      .toArray(),
    builds.find({ businessId }).sort({ madeAt: -1 }).toArray(),
    appliedSales.countDocuments({ businessId }),
  ]);
  const soldById = new Map(soldRecords.map((record) => [record._id, record.sold.toString()]));
  const names = new Map(records.map(({ itemId, name }) => [itemId, name]));
  const nameOf = (itemId: string) => names.get(itemId) ?? `Item ${itemId}`;
  return {
    products: records
      .map((record) => describeProduct(record, soldById.get(record._id) ?? '0', buildRecords))
      .sort((left, right) => left.name.localeCompare(right.name)),
    movements: moved.flatMap((sale) => describeMovement(sale, names)),
    builds: buildRecords.slice(0, BUILDS).map(({ _id, itemId, madeAt, quantity, cost, journalEntryId }) => ({
      id: _id,
      product: nameOf(itemId),
      quantity,
      cost,
      madeAt: madeAt.toISOString(),
      journalEntryId,
    })),
    salesReceived,
  };
}

function describeProduct(record: ProductRecord, sold: string, builds: BuildRecord[]): InventoryProduct {
  const { itemId, sku, name, unitPrice, opening, reorderAt, syncedAt } = record;
  const built = builds
    .filter((build) => build.itemId === itemId)
    .reduce((sum, { quantity }) => sum.plus(quantity), new Big(0));
  const onHand = new Big(opening.toString()).plus(built).minus(sold);
  return {
    itemId,
    sku,
    name,
    unitPrice,
    opening: opening.toString(),
    built: built.toFixed(),
    sold: new Big(sold).toFixed(),
    onHand: onHand.toFixed(),
    level: onHand.lte(0) ? 'out' : onHand.lte(reorderAt) ? 'low' : 'in_stock',
    syncedAt: syncedAt?.toISOString() ?? null,
  };
}

/** The last movement of a sale, of the goods on the shelves; services leave nothing there. */
function describeMovement(sale: AppliedSaleRecord, names: ReadonlyMap<string, string>): Movement[] {
  const last = sale.movements?.at(-1);
  if (!last) return [];
  const changes = Object.entries(last.deltas).flatMap(([itemId, delta]) => {
    const product = names.get(itemId);
    return product === undefined ? [] : [{ product, quantity: new Big(delta).times(-1).toFixed() }];
  });
  const { _id, date, number } = sale;
  return [{ saleId: _id, at: last.at.toISOString(), date, number, reason: last.reason, changes }];
}
