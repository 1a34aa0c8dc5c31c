import { isStopping } from '../channels/channel-permit.ts';
import { DomainError } from '../domain-error.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import type { SyncContext } from './sync-context.ts';

/** Does several things side by side; once one fails, the others are ended. None is left running. */
export async function sideBySide<T>(
  { abort }: Pick<SyncContext, 'abort'>,
  works: readonly (() => Promise<T>)[],
): Promise<T[]> {
  const failures: unknown[] = [];
  const results: T[] = [];
  await Promise.all(
    works.map(async (work, index) => {
      try {
        results[index] = await work();
      } catch (error) {
        failures.push(error);
        // Each finds out by itself that the channel may not go on, after its page in hand.
        if (!(error instanceof DomainError && isStopping(error.code))) abort(error);
      }
    }),
  );
  // The first failure is the cause; the others were ended because of it.
  if (failures.length > 0) throw failures[0];
  return results;
}

/** Does something for several kinds of document side by side. */
export const eachKind = <T>(
  context: Pick<SyncContext, 'abort'>,
  types: readonly SaleType[],
  work: (type: SaleType) => Promise<T>,
): Promise<T[]> =>
  sideBySide(
    context,
    types.map((type) => () => work(type)),
  );
