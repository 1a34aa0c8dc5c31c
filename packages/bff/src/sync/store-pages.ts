import type { Run } from '@sales-channels/contract';
import type { UpdateQuery } from '../database.ts';
import type { ChannelDocument } from '../channels/channel.model.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { UnreadableDocument } from '../provider/provider.ts';
import { cutText } from '../sales/cut-text.ts';
import type { ImportCounts, ImportSales, ImportTarget } from '../sales/create-import.ts';
import type { SaleDocument } from '../sales/sale.model.ts';
import type { UnreadableRecord } from '../sales/unreadable.model.ts';
import { unreadableId } from '../sales/unreadable.model.ts';
import type { SyncPage } from './sync-context.ts';

/** Errors kept with a run; the count goes on. */
const MAX_ERRORS = 100;

const NONE: Readonly<Record<SaleType, number>> = { invoice: 0, sales_receipt: 0, credit_memo: 0 };

interface StorePagesOptions {
  target: ImportTarget;
  importSales: ImportSales;
  /** Those of earlier runs. */
  unreadable: ReadonlyMap<string, UnreadableRecord>;
  meter: { calls: number };
  salesChanged: (businessId: string, saleIds: SaleDocument['_id'][]) => void;
  signal: AbortSignal;
  abort: (reason: unknown) => void;
}

/** Makes the function that stores the pages of one sync, each with what it moves on the channel, one after another. */
export function createStorePages(options: StorePagesOptions) {
  const { target, importSales, meter, salesChanged, signal, abort } = options;
  let { unreadable } = options;
  let storing: Promise<unknown> = Promise.resolve();
  let changes = 0;
  const grown = { ...NONE };
  /** Told with the run once, however often they are met in it. */
  const told = new Set<string>();

  async function storeOne(page: SyncPage, turn: Promise<unknown>): Promise<void> {
    let calls = 0;
    let grownHere = NONE;
    let open = new Map(unreadable);
    let added: readonly UnreadableRecord[] = [];
    const given = {
      sales: page.sales ?? [],
      deleted: page.deleted ?? [],
      seenAt: page.seenAt ?? null,
      mostly: page.mostly ?? 'known',
      channelUpdate: (
        imported: ImportCounts,
        unstorable: readonly UnreadableDocument[],
        more: Record<SaleType, number>,
      ) => {
        calls = meter.calls;
        grownHere = more;
        const { noted, settled } = compareUnreadable(page, unstorable);
        open = new Map(unreadable);
        for (const id of settled) open.delete(id);
        for (const record of noted) open.set(record._id, record);
        added = noted.filter(({ _id }) => !told.has(_id));
        return {
          channel: channelUpdate(
            page,
            { ...imported, errors: open.size },
            { told: added, calls, grown: more },
          ),
          unreadable: { noted, settled },
        };
      },
    };
    const { changed } = await importSales(target, given, async () => {
      await turn;
      signal.throwIfAborted();
    });
    meter.calls -= calls;
    changes += changed.length;
    for (const type of SALE_TYPES) grown[type] += grownHere[type];
    for (const { _id } of added) told.add(_id);
    unreadable = open;
    if (changed.length > 0) salesChanged(target.businessId, changed);
  }

  /** What a page says of documents that could not be imported: those it adds, and those it settles by importing them. */
  function compareUnreadable(page: SyncPage, unstorable: readonly UnreadableDocument[]) {
    const { channelId, floor } = target;
    const idOf = (document: Parameters<typeof unreadableId>[1]) => unreadableId(channelId, document);
    const told = [...(page.unreadable ?? []), ...unstorable];
    const noted = told
      // Dated before the floor it is none of the channel's business, or no longer.
      .filter(({ date }) => page.isListed || date === null || date >= floor)
      .map((document): UnreadableRecord => {
        const { number } = document;
        const _id = idOf(document);
        const isInRange =
          (page.isListed ?? false) || document.date !== null || (unreadable.get(_id)?.isInRange ?? false);
        return { _id, channelId, ...document, number: number && cutText(number), isInRange };
      });
    const met = [...(page.sales ?? []), ...(page.deleted ?? [])].map(({ type, externalId }) =>
      idOf({ type, externalId, place: null }),
    );
    const known = [...(page.settled ?? []), ...met, ...told.map(idOf)].filter((id) => unreadable.has(id));
    const settled = known.filter((id) => noted.every(({ _id }) => _id !== id));
    return { noted, settled };
  }

  return {
    hasChanged: () => changes > 0,
    grown: () => grown,
    unreadable: () => unreadable,
    store(page: SyncPage): Promise<void> {
      const stored = storeOne(page, storing);
      // After a page that could not be stored nothing else may be: its cursor would be ahead of it.
      storing = stored;
      stored.catch(abort);
      return stored;
    },
  };
}

/** What a page changes on the channel beside its sales. */
function channelUpdate(
  { cursorFields, phase, progressed = 0 }: SyncPage,
  { errors, ...counts }: ImportCounts & Pick<Run['counts'], 'errors'>,
  { told, calls, grown }: { told: readonly UnreadableDocument[]; calls: number; grown: typeof NONE },
): UpdateQuery<ChannelDocument> {
  const entries = told.map(({ type, externalId, number, reason }) => ({ type, externalId, number, reason }));
  const hasChanged = counts.created + counts.updated + counts.voided > 0;
  return {
    $set: {
      ...cursorFields,
      ...(hasChanged && { 'cursor.isUnverified': true }),
      'run.phase': phase,
      'run.counts.errors': errors,
    },
    $inc: {
      'run.progress.done': progressed,
      'cursor.documentsRead': progressed,
      'run.counts.created': counts.created,
      'run.counts.updated': counts.updated,
      'run.counts.voided': counts.voided,
      'run.counts.unchanged': counts.unchanged,
      'run.providerCalls': calls,
      ...Object.fromEntries(SALE_TYPES.map((type) => [`cursor.grown.${type}`, grown[type]])),
    },
    ...(entries.length > 0 && { $push: { 'run.errors': { $each: entries, $slice: MAX_ERRORS } } }),
  };
}
