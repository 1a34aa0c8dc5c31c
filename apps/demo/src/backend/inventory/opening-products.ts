import { Decimal128 } from 'mongodb';
import type { Database, ProductRecord } from '../database.ts';

type Opening = readonly [
  itemId: string,
  sku: string,
  name: string,
  unitPrice: string,
  stock: number,
  reorderAt: number,
];

/** Finished goods, as counted when the business came to Northwind, under the ids its accounting system has for them. */
const goods: readonly Opening[] = [
  ['1', 'BRK-100', 'Anodised bracket', '18.50', 5200, 600],
  ['2', 'HRN-210', 'Cable harness', '42.00', 4800, 500],
  ['3', 'PNL-300', 'Control panel', '385.00', 4600, 400],
  ['4', 'GBX-410', 'Gearbox assembly', '1240.00', 4400, 400],
  ['5', 'PLT-120', 'Mounting plate', '9.75', 5000, 600],
  ['6', 'SNS-220', 'Sensor module', '64.20', 4900, 500],
  ['7', 'PSU-240', 'Power supply unit', '128.00', 4500, 400],
  ['8', 'ENC-200', 'Enclosure, small', '56.00', 4700, 500],
  ['9', 'ENC-400', 'Enclosure, large', '94.50', 4500, 400],
  ['10', 'TRM-010', 'Terminal block', '0.1875', 180_000, 20_000],
];

/** Stocks the shelves of a business that has none yet. */
export async function stockShelves({ products }: Database, businessId: string): Promise<void> {
  const opening = goods.map(([itemId, sku, name, unitPrice, stock, reorderAt]): ProductRecord => ({
    _id: `${businessId}:${itemId}`,
    businessId,
    itemId,
    sku,
    name,
    unitPrice,
    opening: Decimal128.fromString(String(stock)),
    reorderAt,
    syncedAt: null,
  }));
  await products.bulkWrite(
    opening.map(({ _id, ...fields }) => ({
      updateOne: { filter: { _id }, update: { $setOnInsert: fields }, upsert: true },
    })),
    { ordered: false },
  );
}
