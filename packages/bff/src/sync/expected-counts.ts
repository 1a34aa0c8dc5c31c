import type { SaleType } from '../provider/provider-sale.ts';
import type { SyncContext } from './sync-context.ts';

export type ExpectedCounts = ReturnType<typeof createExpectedCounts>;

/** The provider's own counts of what is in range, for the proof. After a backfill the first of each kind is asked for ahead. */
export function createExpectedCounts(context: SyncContext) {
  const { provider, target, cursor, call } = context;
  const asked = new Map<SaleType, { count: Promise<number | null>; accounted: number }>();
  const ask = (type: SaleType): Promise<number> =>
    call((access) => provider.count(access, { type, from: target.floor }));
  /** How many of a kind have come since the run began, those that could not be imported included. */
  const accountedFor = (type: SaleType): number =>
    context.grown()[type] + [...context.unreadable().values()].filter((one) => one.type === type).length;

  return {
    /** Asks for the count of a kind that has been read to its end, while there is still something to be asked beside it. */
    askAhead(type: SaleType): void {
      // It would have to be asked for again.
      if (cursor.unsure.includes(type)) return;
      // Where it fails it is asked for again with the proof: what changed meanwhile comes in all the same.
      const count = ask(type).catch(() => null);
      asked.set(type, { count, accounted: accountedFor(type) });
    },

    /**
     * The count of a kind. One that was asked for ahead serves once, where it is as good as a new one: nothing of its kind has
     * come or gone since, and no deletion may have gone unnoticed.
     */
    async of(type: SaleType): Promise<number> {
      const ahead = asked.get(type);
      if (!ahead) return ask(type);
      const count = await ahead.count;
      asked.delete(type);
      const isAsGood = ahead.accounted === accountedFor(type) && !cursor.unsure.includes(type);
      return isAsGood && count !== null ? count : ask(type);
    },

    /** Once none that was asked for ahead is under way. */
    settled: () => Promise.allSettled([...asked.values()].map(({ count }) => count)),
  };
}
