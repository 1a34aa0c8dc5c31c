import { ProviderError } from '../provider/provider-error.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { SalesChanges } from '../provider/provider.ts';
import { catchUp } from './catch-up.ts';
import type { SyncContext } from './sync-context.ts';

/**
 * Asked again with every increment: what is stamped within a second of the cursor, becomes visible late, or was read by
 * another page of the backfill a moment before the cursor was set. Seeing a change twice costs nothing.
 */
export const OVERLAP_MS = 60_000;
const DAY_MS = 86_400_000;

/**
 * Brings in what changed since the cursor, deletions included, with one call for all kinds of document. Where one answer does
 * not hold the changes, each kind is asked for by itself, and what does not hold even so is read page by page. That, like
 * changes older than the provider keeps, tells no deletions: the kinds they may be missing of are noted with the new cursor.
 * @returns those kinds.
 */
export async function increment(context: SyncContext, now: Date): Promise<readonly SaleType[]> {
  const { provider, cursor, store } = context;
  const { changedSince } = cursor;
  if (!changedSince) throw new Error('An increment needs a cursor.');
  const since = new Date(changedSince.getTime() - OVERLAP_MS);
  const kept = (provider.changesKeptDays - 1) * DAY_MS;
  const isKept = now.getTime() - changedSince.getTime() <= kept;

  const told = isKept ? await changesByKind(context, since) : null;
  const answers = told ?? [];
  const untold = told
    ? SALE_TYPES.filter((type) => !answers.some(({ types }) => types.includes(type)))
    : SALE_TYPES;
  if (untold.length > 0 && answers.length > 0)
    // Kept before the pages that follow, which may take long; the cursor waits for those.
    await store({ ...joined(answers), phase: 'changes' });
  const readAt = await catchUp(context, untold, since);
  const serverTime = earliest([...answers.map(({ changes }) => changes.serverTime), ...readAt]);
  const unsure = SALE_TYPES.filter((type) => cursor.unsure.includes(type) || untold.includes(type));
  await store({
    ...(untold.length === 0 && joined(answers)),
    phase: 'changes',
    cursorFields: {
      'cursor.isBackfilled': true,
      'cursor.before': null,
      'cursor.catchUp': {},
      'cursor.catchUpBegan': {},
      'cursor.unsure': unsure,
      ...(serverTime > changedSince && { 'cursor.changedSince': serverTime }),
    },
  });
  if (serverTime > changedSince) cursor.changedSince = serverTime;
  Object.assign(cursor, { isBackfilled: true, before: null, catchUp: {}, catchUpBegan: {}, unsure });
  return untold;
}

interface Answer {
  types: readonly SaleType[];
  changes: SalesChanges;
}

/** The complete answers there are; null where the provider no longer keeps changes from so long ago. */
async function changesByKind({ provider, call }: SyncContext, since: Date): Promise<Answer[] | null> {
  const ask = async (types: readonly SaleType[]): Promise<Answer[] | null> => {
    try {
      const changes = await call((access) => provider.changesSince(access, { types, since }));
      return changes.truncated ? [] : [{ types, changes }];
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error;
      if (error.code === 'too_old') return null;
      if (error.code === 'poisoned') return [];
      throw error;
    }
  };
  const together = await ask(SALE_TYPES);
  if (together?.length !== 0) return together;
  const each = await Promise.all(SALE_TYPES.map((type) => ask([type])));
  return each.every((answers) => answers !== null) ? each.flat() : null;
}

const joined = (answers: readonly Answer[]) => ({
  mostly: 'changed' as const,
  sales: answers.flatMap(({ changes }) => changes.sales),
  deleted: answers.flatMap(({ changes }) => changes.deleted),
  unreadable: answers.flatMap(({ changes }) => changes.unreadable),
});

const earliest = (instants: readonly Date[]): Date =>
  new Date(Math.min(...instants.map((instant) => instant.getTime())));
