import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { ExpectedCounts } from './expected-counts.ts';
import { sideBySide } from './side-by-side.ts';
import type { SyncContext } from './sync-context.ts';
import { walkPages } from './walk-pages.ts';

interface Beside {
  counts: Pick<ExpectedCounts, 'askAhead'>;
  /** Where nobody has counted yet what is read, so that progress has an end to show. */
  tellTotal: ((total: number) => Promise<void>) | null;
}

/**
 * Reads everything dated on or after the floor, or the days that a moved floor has added, the kinds of document side by side,
 * each page stored with the cursor behind it. What changes meanwhile is left to the increment, which asks from before the
 * first page on. The counts for the progress go first, and a page takes the turn of each that is answered; those for the proof
 * are asked for as soon as a kind is read to its end.
 */
export async function backfill(context: SyncContext, { counts, tellTotal }: Beside): Promise<void> {
  const { provider, target, cursor, call } = context;
  const found: number[] = [];
  const count = async (type: SaleType, tell: (total: number) => Promise<void>) => {
    found.push(await call((access) => provider.count(access, { type, ...daysOf(target, cursor) })));
    if (found.length === SALE_TYPES.length) await tell(found.reduce((sum, one) => sum + one, 0));
  };
  const read = async (type: SaleType) => {
    await readAll(context, type);
    counts.askAhead(type);
  };
  await sideBySide(context, [
    // In one row with the pages, so that whichever fails first is the cause; before them, so that people soon see the end.
    ...(tellTotal ? SALE_TYPES.map((type) => () => count(type, tellTotal)) : []),
    ...SALE_TYPES.map((type) => () => read(type)),
  ]);
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
