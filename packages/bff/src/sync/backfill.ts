import { isStopping } from '../channels/channel-permit.ts';
import { DomainError } from '../domain-error.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Reads everything dated on or after the floor, the kinds of document side by side, each page stored with the cursor behind
 * it. What changes meanwhile is left to the increment, which asks from before the first page on.
 */
export async function backfill(context: SyncContext): Promise<void> {
  const failures: unknown[] = [];
  await Promise.all(
    SALE_TYPES.map((type) =>
      readAll(context, type).catch((error: unknown) => {
        failures.push(error);
        // Each kind of document finds out by itself that the channel may not go on, after its page in hand.
        if (!(error instanceof DomainError && isStopping(error.code))) context.abort(error);
      }),
    ),
  );
  // The first failure is the cause; the others were ended because of it.
  if (failures.length > 0) throw failures[0];
}

async function readAll(
  { provider, target, cursor, call, store }: SyncContext,
  type: SaleType,
): Promise<void> {
  let { next = null, isDone = false } = cursor.backfill[type] ?? {};
  while (!isDone) {
    const from = next ? { cursor: next } : {};
    const page = await call((access) => provider.pageSince(access, { type, from: target.floor, ...from }));
    next = page.next;
    isDone = page.next === null;
    cursor.changedSince ??= page.serverTime;
    const documents = page.sales.length + page.unreadable.length;
    await store({
      sales: page.sales,
      deleted: [],
      unreadable: page.unreadable,
      progressed: documents,
      phase: 'backfill',
      cursorFields: {
        [`cursor.backfill.${type}`]: { next, isDone },
        // With every page: no page may be kept without the time from which its changes have to be asked.
        'cursor.changedSince': cursor.changedSince,
      },
    });
  }
}
