import { ProblemError } from '../problem-error.ts';
import type { SaleRecord, World } from '../world/world.ts';

/** Throws `not_found` for an id that is none of the business' sales. */
export function findSale(world: World, saleId: string): SaleRecord {
  const record = world.sales.find(({ sale }) => sale.id === saleId);
  if (record === undefined) throw new ProblemError('not_found');
  return record;
}
