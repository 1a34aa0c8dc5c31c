import type { Sale } from '@sales-channels/contract';

export type MovementReason = 'sold' | 'returned' | 'changed' | 'voided' | 'deleted' | 'out_of_range';

/** Why stock moves when a sale is applied. */
export function movementReason(
  sale: Pick<Sale, 'type' | 'state' | 'voidReason' | 'outOfRange'>,
  isKnown: boolean,
): MovementReason {
  if (sale.state === 'voided') return sale.voidReason === 'deleted_at_source' ? 'deleted' : 'voided';
  if (sale.outOfRange) return 'out_of_range';
  if (isKnown) return 'changed';
  return sale.type === 'credit_memo' ? 'returned' : 'sold';
}
