import { DomainError } from '../domain-error.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { SalesChanges } from '../provider/provider.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Asked again with every increment: what is stamped within a second of the cursor, becomes visible late, or was read by
 * another page of the backfill a moment before the cursor was set. Seeing a change twice costs nothing.
 */
const OVERLAP_MS = 60_000;

/** Brings in what changed since the cursor, deletions included, with one call for all kinds of document. */
export async function increment({ provider, cursor, call, store }: SyncContext): Promise<void> {
  const changedSince = cursor.changedSince;
  if (!changedSince) throw new Error('An increment needs a cursor.');
  const ask = (types: readonly SaleType[]) =>
    call((access) =>
      provider.changesSince(access, { types, since: new Date(changedSince.getTime() - OVERLAP_MS) }),
    );

  const together = await ask(SALE_TYPES);
  const answers = together.truncated ? await Promise.all(SALE_TYPES.map((type) => ask([type]))) : [together];
  if (answers.some(({ truncated }) => truncated)) throw new DomainError('too_many_changes');

  const serverTime = earliest(answers);
  await store({
    sales: answers.flatMap(({ sales }) => sales),
    deleted: answers.flatMap(({ deleted }) => deleted),
    unreadable: answers.flatMap(({ unreadable }) => unreadable),
    progressed: 0,
    phase: 'done',
    cursorFields: {
      'cursor.isBackfilled': true,
      ...(serverTime > changedSince && { 'cursor.changedSince': serverTime }),
    },
  });
}

const earliest = (answers: readonly SalesChanges[]): Date =>
  new Date(Math.min(...answers.map(({ serverTime }) => serverTime.getTime())));
