import type { SaleType } from '../provider/provider-sale.ts';
import { eachKind } from './side-by-side.ts';
import type { SyncContext } from './sync-context.ts';
import { walkPages } from './walk-pages.ts';

/**
 * Reads what changed in some kinds of document page by page, in the order of change, which no cap cuts off and which reaches
 * back as far as one likes. It tells no deletions. Each page is stored with how far it reaches, so that a sync that ends
 * early is gone on with.
 * @returns the provider's clock at the beginning of each kind.
 */
export async function catchUp(
  context: SyncContext,
  types: readonly SaleType[],
  since: Date,
): Promise<Date[]> {
  const { provider, cursor, call, store } = context;
  const begun = await eachKind(context, types, async (type) => {
    let readAt = cursor.catchUpBegan[type] ?? null;
    await walkPages(
      (next) =>
        call((access) => provider.updatedSince(access, { type, since, ...(next && { cursor: next }) })),
      cursor.catchUp[type] ?? null,
      ({ sales, unreadable, next, serverTime }) => {
        readAt ??= serverTime;
        const reached = next && {
          cursorFields: { [`cursor.catchUp.${type}`]: next, [`cursor.catchUpBegan.${type}`]: readAt },
        };
        return store({ sales, unreadable, mostly: 'changed', phase: 'changes', ...reached });
      },
    );
    return readAt;
  });
  return begun.filter((instant) => instant !== null);
}
