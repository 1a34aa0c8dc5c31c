import type { Verification } from '@sales-channels/contract';
import type { ChannelDocument, VerificationRecord } from '../channels/channel.model.ts';
import { mismatches } from '../channels/channel-status.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { SaleModel } from '../sales/sale.model.ts';
import type { ExpectedCounts } from './expected-counts.ts';
import { increment } from './increment.ts';
import { compareOutOfRange, reconcile } from './reconcile.ts';
import { eachKind } from './side-by-side.ts';
import type { SyncContext } from './sync-context.ts';
import { missingDocuments } from './missing-documents.ts';

const DAY_MS = 86_400_000;

type Counts = Readonly<Record<SaleType, number>>;

export interface Proof {
  verification: VerificationRecord;
  /** When the stored sales were last counted one by one. */
  countedAt: Date | null;
  /** Kinds whose deletions may have gone unnoticed while the proof was made. */
  unsure: readonly SaleType[];
}

interface VerifyDependencies {
  sales: SaleModel;
  clock: () => Date;
  keep: (context: SyncContext, proof: Proof) => Promise<void>;
}

export type Verify = ReturnType<typeof createVerify>;

/**
 * Makes the proof that a channel is complete: of each kind of document the provider's own count against what is stored and what
 * is known to be missing. It is made after a first sync, after a sync that changed something, where deletions may have been
 * missed, and once a day; never after a sync that changed nothing. What is stored is counted one by one once a day and where
 * there is a difference; in between the last count is carried on with what each page has stored.
 */
export function createVerify({ sales, clock, keep }: VerifyDependencies) {
  const isDayOld = (instant: Date | null | undefined) =>
    !instant || clock().getTime() - instant.getTime() >= DAY_MS;

  return async function verify(
    context: SyncContext,
    { verification: last, run }: Pick<ChannelDocument, 'verification' | 'run'>,
    expected: Pick<ExpectedCounts, 'of'>,
  ): Promise<void> {
    const { target, cursor } = context;
    const { unsure, isUnverified } = cursor;
    const isWanted = run?.trigger === 'manual' && last !== null && mismatches(last).length > 0;
    const hasNews = isUnverified || context.hasChanged() || unsure.length > 0;
    if (!hasNews && !isDayOld(last?.checkedAt) && !isWanted) return;

    let { countedAt } = cursor;
    const counted = (): Promise<Counts> => {
      countedAt = clock();
      return sales.countExisting(target.businessId, target.channelId);
    };
    const isCarriedOn = last !== null && !isDayOld(countedAt);
    const carriedOn = (): Counts => {
      const grown = context.grown();
      const count = (type: SaleType) =>
        (last?.documents[type].stored ?? 0) + (cursor.grown[type] ?? 0) + grown[type];
      return byType(count);
    };
    // What is out of range is in no count, so it is asked for one by one.
    const sweep = async (types: readonly SaleType[]) => {
      for (const type of types) await compareOutOfRange(context, sales, type);
    };
    let missed: readonly SaleType[] = [];
    const catchUp = async () => {
      missed = await increment(context, clock());
      await sweep(missed);
    };

    await sweep(unsure);
    let documents = await compare(context, expected, isCarriedOn ? carriedOn : counted);
    let comparedAt = last?.comparedAt ?? null;
    if (mismatches({ documents }).length > 0) {
      // Most likely something changed between the two counts.
      await catchUp();
      documents = await compare(context, expected, counted);
    }
    const mayCompare = isWanted || isDayOld(comparedAt);
    const { named, nameless, lost } = await missingDocuments(context, sales);
    const differing = SALE_TYPES.filter(
      (type) =>
        mismatches({ documents }).includes(type) ||
        // The counts leave no room for a document nobody can ask for: only reading everything tells whether it is still there.
        lost[type] > documents[type].errors - named[type],
    );
    const explained = SALE_TYPES.filter((type) =>
      // A document nobody can name may make up for a deletion nobody noticed.
      unsure.includes(type) || missed.includes(type)
        ? differing.includes(type) || nameless[type] > 0
        : differing.includes(type) && mayCompare,
    );
    if (explained.length > 0) {
      for (const type of explained) await reconcile(context, sales, type);
      await catchUp();
      comparedAt = clock();
      documents = await compare(context, expected, counted);
    }
    const still = mismatches({ documents });
    await keep(context, {
      verification: { checkedAt: clock(), comparedAt, documents },
      countedAt,
      unsure: missed.filter((type) => still.includes(type)),
    });
  };

  async function compare(
    context: SyncContext,
    expected: Pick<ExpectedCounts, 'of'>,
    storedNow: () => Counts | Promise<Counts>,
  ): Promise<Verification['documents']> {
    const counts = await eachKind(context, SALE_TYPES, (type) => expected.of(type));
    const [stored, { named, nameless }] = await Promise.all([storedNow(), missingDocuments(context, sales)]);
    return byType((type, index) => {
      const count = { expected: counts[index] ?? 0, stored: stored[type] };
      // Whether one without an id is stored nobody knows, so of those as many are missing as the counts leave open.
      const open = Math.max(0, count.expected - count.stored - named[type]);
      return { ...count, errors: named[type] + Math.min(open, nameless[type]) };
    });
  }
}

function byType<T>(of: (type: SaleType, index: number) => T): Record<SaleType, T> {
  return Object.fromEntries(SALE_TYPES.map((type, index) => [type, of(type, index)])) as Record<SaleType, T>;
}
