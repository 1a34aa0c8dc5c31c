import type { ProviderErrorCode } from '../provider/provider-error.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { FoundDocuments } from '../provider/provider.ts';
import type { UnreadableRecord } from '../sales/unreadable.model.ts';
import { unreadableId } from '../sales/unreadable.model.ts';
import type { SyncContext } from './sync-context.ts';
import { walkPages } from './walk-pages.ts';

const BATCH = 100;
/** More of a kind are not asked for in one sync: then it is not the documents that are at fault. */
const MAX_RETRIED = 300;

/** Failures that may be those of the documents asked for. */
const OF_DOCUMENTS: ReadonlySet<ProviderErrorCode> = new Set(['unavailable', 'poisoned', 'rejected']);

/**
 * Asks again for the documents that could not be imported before. Costs nothing where there are none. Those of a kind that
 * cannot be asked for are left to the next sync: what is missing already must not keep out what has changed since.
 */
export async function retryUnreadable(context: SyncContext): Promise<void> {
  const call: SyncContext['call'] = (work) => context.call(work, { blamesDocument: true });
  for (const type of SALE_TYPES)
    await retryKind({ ...context, call }, type).catch((error: unknown) => {
      if (!(error instanceof ProviderError && OF_DOCUMENTS.has(error.code))) throw error;
    });
}

async function retryKind(context: SyncContext, type: SaleType): Promise<void> {
  const open = [...context.unreadable().values()].filter((record) => record.type === type);
  const named = open.flatMap(({ externalId }) => externalId ?? []).slice(0, MAX_RETRIED);
  for (let start = 0; start < named.length; start += BATCH)
    await findAgain(context, type, named.slice(start, start + BATCH), async (found, gone) => {
      const settled = open
        .filter(({ externalId }) => externalId !== null && gone.includes(externalId))
        .map(({ _id }) => _id);
      await context.store({ ...found, settled, phase: 'changes' });
    });
  for (const record of open.filter(({ place }) => place !== null).slice(0, MAX_RETRIED))
    await lookAgain(context, record);
}

/**
 * Finds documents by their ids, halving what is asked for until one that makes the provider fail stands alone.
 * @param use is given what was found, and the ids that the provider does not know any more
 */
export async function findAgain(
  context: Pick<SyncContext, 'provider' | 'call'>,
  type: SaleType,
  externalIds: readonly string[],
  use: (found: FoundDocuments, gone: readonly string[]) => Promise<void>,
  isHalf = false,
): Promise<void> {
  const { provider, call } = context;
  const found = await call((access) => provider.documentsById(access, { type, externalIds }), {
    blamesDocument: isHalf && externalIds.length > 1,
  }).catch((error: unknown) => {
    if (error instanceof ProviderError && error.code === 'poisoned') return null;
    throw error;
  });
  if (found) {
    const met = new Set([...found.sales, ...found.unreadable].map(({ externalId }) => externalId));
    // A document that came without its id may be any of them.
    return use(found, met.has(null) ? [] : externalIds.filter((externalId) => !met.has(externalId)));
  }
  const [only] = externalIds;
  if (externalIds.length === 1 && only !== undefined) {
    const reason = 'The provider fails on this document.';
    const hidden = { type, externalId: only, number: null, date: null, reason, place: null };
    return use({ sales: [], unreadable: [hidden], serverTime: new Date(0) }, []);
  }
  const middle = Math.ceil(externalIds.length / 2);
  await findAgain(context, type, externalIds.slice(0, middle), use, true);
  await findAgain(context, type, externalIds.slice(middle), use, true);
}

/** Looks again where a document stands whose id nobody knows. */
async function lookAgain(
  context: SyncContext,
  { _id, type, place, isInRange }: UnreadableRecord,
): Promise<void> {
  const { provider, target, call, store } = context;
  let isMet = false;
  await walkPages(
    (cursor) =>
      call((access) => provider.pageSince(access, { type, from: target.floor, ...(cursor && { cursor }) })),
    place,
    ({ sales, unreadable, next }) => {
      isMet ||= unreadable.some((document) => unreadableId(target.channelId, document) === _id);
      // With the last page only: a walk that ends early has not looked everywhere.
      const settled = next === null && !isMet ? [_id] : [];
      return store({ sales, unreadable, isListed: isInRange, phase: 'changes', settled });
    },
  );
}
