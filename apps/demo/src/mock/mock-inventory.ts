import type { World } from '@sales-channels/msw';
import { Big } from 'big.js';
import { movementReason } from '../backend/inventory/movement-reason.ts';
import { soldQuantities, sumOf } from '../backend/inventory/sold-quantities.ts';
import type { Build, Inventory, InventoryProduct } from '../wire/inventory.ts';

const OPENING = '8000';
const MOVEMENTS = 40;

/** What the backend would tell of a made-up business: its shelves hold whatever its sales name. */
export function mockInventory(world: World, builds: Build[]): Inventory {
  const applied = world.sales
    .toSorted((left, right) => right.sequence - left.sequence)
    .map(({ sale }) => ({ sale, quantities: soldQuantities(sale) }));
  const sold = sumOf(applied.map(({ quantities }) => quantities));
  const lines = new Map(
    world.sales.flatMap(({ sale }) => sale.lines.map((line) => [line.itemId, line] as const)),
  );
  const nameOf = (itemId: string) => lines.get(itemId)?.itemName ?? `Item ${itemId}`;
  const [company] = world.connections;
  return {
    products: Object.entries(sold).map(([itemId, quantity]): InventoryProduct => {
      const built = builds.filter(({ product }) => product === nameOf(itemId)).length * 25;
      const onHand = new Big(OPENING).plus(built).minus(quantity);
      return {
        itemId,
        sku: null,
        name: nameOf(itemId),
        unitPrice: lines.get(itemId)?.unitPrice ?? null,
        opening: OPENING,
        built: String(built),
        sold: quantity,
        onHand: onHand.toFixed(),
        level: onHand.lte(0) ? 'out' : 'in_stock',
        syncedAt: null,
      };
    }),
    movements: applied.slice(0, MOVEMENTS).map(({ sale, quantities }) => ({
      saleId: sale.id,
      at: sale.updatedAt,
      date: sale.date,
      number: sale.number,
      reason: movementReason(sale, false),
      changes: Object.entries(quantities).map(([itemId, quantity]) => ({
        product: nameOf(itemId),
        quantity: new Big(quantity).times(-1).toFixed(),
      })),
    })),
    builds,
    company: company
      ? { name: company.companyName, owner: company.ownership === 'kit' ? 'sales-channels' : 'northwind' }
      : null,
    salesReceived: world.sales.length,
  };
}
