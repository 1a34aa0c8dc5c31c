import type { SaleType } from '../provider/provider-sale.ts';
import type { SaleModel } from '../sales/sale.model.ts';
import { unreadableId } from '../sales/unreadable.model.ts';
import { findAgain } from './retry-unreadable.ts';
import type { SyncContext } from './sync-context.ts';
import { walkPages } from './walk-pages.ts';

const BATCH = 100;

/**
 * Reads every document of a kind again and brings in what differs. What is stored and was not met is asked for by its id, and
 * only what the provider then does not know is taken for deleted: a failure on the way ends the sync before anything is
 * voided for being absent.
 */
export async function reconcile(context: SyncContext, sales: SaleModel, type: SaleType): Promise<void> {
  const { provider, target, call, store } = context;
  const met = new Set<string | null>();
  // Nobody can ask for these; the whole reading tells.
  const nameless = new Set(
    [...context.unreadable().values()]
      .filter((record) => record.type === type && !record.externalId && !record.place)
      .map(({ _id }) => _id),
  );
  await walkPages(
    (cursor) =>
      call((access) => provider.pageSince(access, { type, from: target.floor, ...(cursor && { cursor }) })),
    null,
    (page) => {
      for (const { externalId } of [...page.sales, ...page.unreadable]) met.add(externalId);
      for (const document of page.unreadable) nameless.delete(unreadableId(target.channelId, document));
      return store({
        sales: page.sales,
        unreadable: page.unreadable,
        isListed: true,
        seenAt: page.serverTime,
        phase: 'comparing',
        ...(page.next === null && { settled: [...nameless] }),
      });
    },
  );
  await confirm(context, type, absent(sales.existingIds(target, type), met));
}

/** Asks for the sales of a kind that are out of range, which no reading of the range meets. */
export async function compareOutOfRange(
  context: SyncContext,
  sales: SaleModel,
  type: SaleType,
): Promise<void> {
  await confirm(context, type, absent(sales.existingIds(context.target, type, true), new Set()));
}

async function* absent(
  stored: AsyncIterable<{ externalId: string | null }>,
  met: ReadonlySet<string | null>,
): AsyncIterable<string> {
  for await (const { externalId } of stored)
    if (externalId !== null && !met.has(externalId)) yield externalId;
}

async function confirm(context: SyncContext, type: SaleType, absent: AsyncIterable<string>): Promise<void> {
  const all: string[] = [];
  for await (const externalId of absent) all.push(externalId);
  for (let start = 0; start < all.length; start += BATCH)
    await findAgain(
      context,
      type,
      all.slice(start, start + BATCH),
      ({ sales, unreadable, serverTime }, gone) => {
        const deleted = gone.map((externalId) => ({ type, externalId, at: serverTime }));
        return context.store({ sales, unreadable, deleted, seenAt: serverTime, phase: 'comparing' });
      },
    );
}
