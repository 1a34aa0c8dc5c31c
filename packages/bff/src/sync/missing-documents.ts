import type { SaleType } from '../provider/provider-sale.ts';
import type { SaleModel } from '../sales/sale.model.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * How many documents of each kind are in range and known to be missing because they could not be imported: those with an id,
 * unless an earlier version of them is stored, and those whose id nobody knows. Of these, nobody can ask again for the `lost`
 * ones, whose place is unknown too.
 */
export async function missingDocuments(
  { target, unreadable }: Pick<SyncContext, 'target' | 'unreadable'>,
  sales: Pick<SaleModel, 'findKnown'>,
): Promise<Record<'named' | 'nameless' | 'lost', Record<SaleType, number>>> {
  const named = { invoice: 0, sales_receipt: 0, credit_memo: 0 };
  const nameless = { ...named };
  const lost = { ...named };
  const withId: { type: SaleType; externalId: string }[] = [];
  for (const { type, externalId, place, isInRange } of unreadable().values())
    if (externalId === null) {
      nameless[type] += 1;
      if (place === null) lost[type] += 1;
    } else if (isInRange) withId.push({ type, externalId });
  if (withId.length === 0) return { named, nameless, lost };

  const { businessId, realmId } = target;
  const known = await sales.findKnown({ businessId, realmId }, withId);
  const stored = new Set(
    known
      .filter(({ outOfRange, voidReason }) => !outOfRange && voidReason !== 'deleted_at_source')
      .map(({ type, externalId }) => `${type}/${externalId}`),
  );
  for (const { type, externalId } of withId) if (!stored.has(`${type}/${externalId}`)) named[type] += 1;
  return { named, nameless, lost };
}
