import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import { eachKind } from './each-kind.ts';
import type { SyncContext } from './sync-context.ts';
import { walkPages } from './walk-pages.ts';

/**
 * Reads everything dated on or after the floor, or the days that a moved floor has added, the kinds of document side by side,
 * each page stored with the cursor behind it. What changes meanwhile is left to the increment, which asks from before the
 * first page on.
 */
export async function backfill(context: SyncContext): Promise<void> {
  await eachKind(context, SALE_TYPES, (type) => readAll(context, type));
}

/** How many documents a backfill reads, all of it together. */
export async function countDocuments({ provider, target, cursor, call }: SyncContext): Promise<number> {
  const counts = await Promise.all(
    SALE_TYPES.map((type) => call((access) => provider.count(access, { type, ...daysOf(target, cursor) }))),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

const daysOf = ({ floor }: SyncContext['target'], { before }: SyncContext['cursor']) => ({
  from: floor,
  ...(before !== null && { before }),
});

async function readAll(
  { provider, target, cursor, call, store }: SyncContext,
  type: SaleType,
): Promise<void> {
  const { next: first = null, isDone = false } = cursor.backfill[type] ?? {};
  if (isDone) return;
  const days = { type, ...daysOf(target, cursor) };
  await walkPages(
    (next) => call((access) => provider.pageSince(access, { ...days, ...(next && { cursor: next }) })),
    first,
    (page) => {
      cursor.changedSince = earlier(cursor.changedSince, page.serverTime);
      return store({
        sales: page.sales,
        unreadable: page.unreadable,
        isListed: true,
        mostly: 'new',
        progressed: page.sales.length + page.unreadable.length,
        phase: 'backfill',
        cursorFields: {
          [`cursor.backfill.${type}`]: { next: page.next, isDone: page.next === null },
          // With every page: no page may be kept without the time from which its changes have to be asked.
          'cursor.changedSince': cursor.changedSince,
        },
      });
    },
  );
}

function earlier(one: Date | null, other: Date | null): Date | null {
  if (!one || !other) return one ?? other;
  return one <= other ? one : other;
}
