import type { Verification } from '@sales-channels/contract';
import type { ChannelDocument, VerificationRecord } from '../channels/channel.model.ts';
import { mismatches } from '../channels/channel-status.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { SaleModel } from '../sales/sale.model.ts';
import type { UnreadableModel } from '../sales/unreadable.model.ts';
import { increment } from './increment.ts';
import { compareOutOfRange, reconcile } from './reconcile.ts';
import type { SyncContext } from './sync-context.ts';

const DAY_MS = 86_400_000;

interface VerifyDependencies {
  sales: SaleModel;
  unreadable: UnreadableModel;
  clock: () => Date;
  /** Keeps what was found, with the kinds that are still unsure. */
  keep: (context: SyncContext, verification: VerificationRecord) => Promise<void>;
}

export type Verify = ReturnType<typeof createVerify>;

/**
 * Makes the proof that a channel is complete: of each kind of document the provider's own count against what is stored and what
 * is known to be missing. It is made after a first sync, after a sync that changed something, where deletions may have been
 * missed, and once a day; never after a sync that changed nothing.
 */
export function createVerify({ sales, unreadable, clock, keep }: VerifyDependencies) {
  return async function verify(
    context: SyncContext,
    { verification: last, run }: Pick<ChannelDocument, 'verification' | 'run'>,
  ): Promise<void> {
    const { unsure, isUnverified } = context.cursor;
    const isOld = !last || clock().getTime() - last.checkedAt.getTime() >= DAY_MS;
    const isWanted = run?.trigger === 'manual' && last !== null && mismatches(last).length > 0;
    const hasNews = isUnverified || context.hasChanged() || unsure.length > 0;
    if (!hasNews && !isOld && !isWanted) return;

    // What is out of range is in no count, so it is asked for one by one.
    for (const type of unsure) await compareOutOfRange(context, sales, type);
    let documents = await compare(context, SALE_TYPES, null);
    let comparedAt = last?.comparedAt ?? null;
    if (mismatches({ documents }).length > 0) {
      // Most likely something changed between the two counts.
      await increment(context, clock());
      documents = await compare(context, mismatches({ documents }), documents);
    }
    const mayCompare = isWanted || comparedAt === null || clock().getTime() - comparedAt.getTime() >= DAY_MS;
    const explained = mismatches({ documents }).filter((type) => mayCompare || unsure.includes(type));
    if (explained.length > 0) {
      for (const type of explained) await reconcile(context, sales, type);
      await increment(context, clock());
      comparedAt = clock();
      documents = await compare(context, explained, documents);
    }
    await keep(context, { checkedAt: clock(), comparedAt, documents });
  };

  async function compare(
    { provider, target, call }: SyncContext,
    types: readonly SaleType[],
    known: Verification['documents'] | null,
  ): Promise<Verification['documents']> {
    const { businessId, channelId, floor } = target;
    const expected = await Promise.all(
      types.map((type) => call((access) => provider.count(access, { type, from: floor }))),
    );
    const [stored, errors] = await Promise.all([
      sales.countExisting(businessId, channelId),
      unreadable.countInRange(channelId),
    ]);
    const counted = types.map((type, index) => [
      type,
      { expected: expected[index] ?? 0, stored: stored[type], errors: errors[type] },
    ]);
    return { ...known, ...Object.fromEntries(counted) } as Verification['documents'];
  }
}
