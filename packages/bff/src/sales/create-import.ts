import type { Run } from '@sales-channels/contract';
import type { ClientSession, Database, UpdateQuery } from '../database.ts';
import type { BusinessModel } from '../businesses/business.model.ts';
import type { ChannelDocument, ChannelModel } from '../channels/channel.model.ts';
import { Types, inTransaction, isDuplicateKey } from '../database.ts';
import type { Logger } from '../logger.ts';
import type { SalesChannelsBffOptions } from '../options.ts';
import { inSlices } from '../provider/in-slices.ts';
import type { ProviderSale, SaleType } from '../provider/provider-sale.ts';
import type { SalesChanges, UnreadableDocument } from '../provider/provider.ts';
import type { ImportDecision } from './import-decision.ts';
import { decideDeletion } from './import-decision.ts';
import { decideStorable } from './storable.ts';
import { describeChanges } from './describe-changes.ts';
import type { RevisionAuthor, RevisionRecord } from './revision.ts';
import { firstRevision } from './revision.ts';
import { toSaleLine } from './sale-fields.ts';
import type { KnownSale, NewSale, SaleDocument, SaleModel, SaleUpdate } from './sale.model.ts';
import type { UnreadableModel } from './unreadable.model.ts';

/** Whose sales are imported, and by which lease. */
export interface ImportTarget {
  channelId: Types.ObjectId;
  fence: number;
  businessId: string;
  provider: string;
  realmId: string;
  homeCurrency: string;
  floor: string;
  /** The sync that revisions are told to come from. */
  run: RevisionAuthor['run'];
}

export type ImportCounts = Omit<Run['counts'], 'errors'>;

export interface ImportPage {
  sales: readonly ProviderSale[];
  deleted: SalesChanges['deleted'];
  /** Since when the provider's own answer shows the sales to exist; a deletion told before is taken back. */
  seenAt?: Date | null;
  /**
   * What most of the sales will be: new ones are inserted without a look first, changed ones looked up whole, of known ones
   * only what tells whether they have changed.
   */
  mostly?: 'new' | 'changed' | 'known';
  /**
   * What the page moves on the channel: cursor, progress. Stored with the sales or not at all.
   * @param unstorable documents of the page that cannot be stored as they are.
   * @param grown how many more sales of each kind are stored, in range and not deleted.
   */
  channelUpdate: (
    counts: ImportCounts,
    unstorable: readonly UnreadableDocument[],
    grown: Record<SaleType, number>,
  ) => { channel: UpdateQuery<ChannelDocument>; unreadable: Parameters<UnreadableModel['change']>[0] };
}

/** Somebody else holds the channel's lease now; nothing of the page was stored. */
export class LeaseLostError extends Error {
  override readonly name = 'LeaseLostError';
}

type LineMatcher = NonNullable<SalesChannelsBffOptions['matchLine']>;

export interface ImportDependencies {
  database: Database;
  sales: SaleModel;
  channels: ChannelModel;
  businesses: BusinessModel;
  unreadable: UnreadableModel;
  matchLine: LineMatcher | undefined;
  clock: () => Date;
  logger: Logger;
}

export type ImportSales = ReturnType<typeof createImport>;

/**
 * Makes the one way sales of a provider are stored: a page's sales, their numbers in the feed and the cursor that covers
 * them, in one transaction under the lease's fencing number. Importing a page again changes nothing. A first reading is worked
 * out at once, while an earlier page may still be on its way to the database; nothing is looked up or stored before its `turn`.
 */
export function createImport(dependencies: ImportDependencies) {
  const { database, sales, channels, businesses, unreadable, matchLine, clock, logger } = dependencies;

  return async function importSales(
    target: ImportTarget,
    page: ImportPage,
    turn: () => Promise<void>,
  ): Promise<{ counts: ImportCounts; changed: SaleDocument['_id'][] }> {
    const first = page.mostly === 'new' ? await decideAll(target, page, []) : null;
    await turn();
    if (first) {
      try {
        return await importDecided(target, page, first);
      } catch (error) {
        // Some are known after all, as after a start over.
        if (!isDuplicateKey(error)) throw error;
      }
    }
    const { businessId, realmId } = target;
    // Only the holder of the lease writes these sales, so what is read before the transaction still holds within it.
    const known = await sales.findKnown({ businessId, realmId }, [...page.sales, ...page.deleted], {
      isWhole: page.mostly === 'changed',
    });
    return importDecided(target, page, await decideAll(target, page, known));
  };

  async function importDecided(
    target: ImportTarget,
    page: ImportPage,
    { creations, updates, counts, unstorable, grown }: Awaited<ReturnType<typeof decideAll>>,
  ) {
    const also = page.channelUpdate(counts, unstorable, grown);
    await inTransaction(database, async (session) => {
      const isHeld = await channels.updateFenced(target, also.channel, session);
      if (!isHeld) throw new LeaseLostError('The lease was taken over.');
      await numberChanges(target.businessId, creations, updates, session);
      await sales.insert(creations, session);
      await sales.update(updates, session);
      await unreadable.change(also.unreadable, session);
    });
    return { counts, changed: [...creations, ...updates].map(({ _id }) => _id) };
  }

  async function decideAll(
    target: ImportTarget,
    { sales: incoming, deleted, seenAt = null }: ImportPage,
    stored: readonly (KnownSale | SaleDocument)[],
  ) {
    const { businessId } = target;
    const context = { ...target, seenAt };
    const known = new Map<string, KnownSale>(stored.map((sale) => [`${sale.type}/${sale.externalId}`, sale]));
    const creations: NewSale[] = [];
    const changes: { sale: KnownSale; fields: Partial<SaleDocument> & { updatedAt: Date } }[] = [];
    const counts: ImportCounts = { created: 0, updated: 0, voided: 0, unchanged: 0 };
    const unstorable: UnreadableDocument[] = [];
    const grown: Record<SaleType, number> = { invoice: 0, sales_receipt: 0, credit_memo: 0 };

    const note = async (type: SaleType, sale: KnownSale | null, decision: ImportDecision) => {
      if (decision.outcome === 'ignored') return;
      counts[decision.outcome] += 1;
      if (!('fields' in decision)) return;
      const { lines } = decision.fields;
      // A sale has some thirty fields: they are added to, not copied, which is felt with a thousand sales a page.
      const fields = Object.assign(decision.fields, { updatedAt: clock() });
      const { outOfRange = sale?.outOfRange, voidReason = sale?.voidReason } = fields;
      const wasExisting = sale !== null && isExisting(sale.outOfRange, sale.voidReason);
      grown[type] += Number(isExisting(outOfRange, voidReason)) - Number(wasExisting);
      if (lines && matchLine) fields.lines = await matchAll(businessId, lines, matchLine);
      if (sale) changes.push({ sale, fields });
      else creations.push(newSale(target, fields));
    };

    const { live, gone } = latestOfEach(incoming, deleted);
    for await (const slice of inSlices(live)) {
      for (const sale of slice) {
        const existing = known.get(keyOf(sale)) ?? null;
        const decision = decideStorable(existing, sale, context);
        if ('reason' in decision) unstorable.push(decision);
        else await note(sale.type, existing, decision);
      }
    }
    for (const deletion of gone) {
      const existing = known.get(keyOf(deletion)) ?? null;
      await note(deletion.type, existing, decideDeletion(existing, deletion.at));
    }
    return { creations, updates: await withRevisions(target, changes), counts, unstorable, grown };
  }

  /** Only what changes is read whole, to tell how it differs. */
  async function withRevisions(
    { businessId, run }: ImportTarget,
    changes: readonly { sale: KnownSale; fields: Partial<SaleDocument> & { updatedAt: Date } }[],
  ): Promise<SaleUpdate[]> {
    if (changes.length === 0) return [];
    const heads = changes.flatMap(({ sale }) => (isWhole(sale) ? [] : sale._id));
    const found = heads.length > 0 ? await sales.findMany(businessId, heads) : [];
    const before = new Map(found.map((sale) => [sale._id.toHexString(), sale]));
    return changes.map(({ sale, fields }) => {
      const previous = isWhole(sale) ? sale : before.get(sale._id.toHexString());
      const revision: RevisionRecord = {
        number: sale.revision + 1,
        at: fields.updatedAt,
        cause: causeOf(sale, fields),
        run,
        user: null,
        changes: previous ? describeChanges(previous, fields) : [],
      };
      return { _id: sale._id, set: fields, revision };
    });
  }

  /** A line the host's matcher fails on stays without a match: the sale counts all the same. */
  function matchAll(businessId: string, lines: SaleDocument['lines'], match: LineMatcher) {
    return Promise.all(
      lines.map(async (line) => {
        try {
          return { ...line, match: await match(businessId, toSaleLine(line)) };
        } catch (error) {
          logger.warn({ error, businessId, itemId: line.itemId }, "The host's matcher failed on a line");
          return line;
        }
      }),
    );
  }

  async function numberChanges(
    businessId: string,
    creations: NewSale[],
    updates: SaleUpdate[],
    session: ClientSession,
  ): Promise<void> {
    const count = creations.length + updates.length;
    if (count === 0) return;
    let sequence = (await businesses.takeSequence(businessId, count, session)) - count;
    for (const sale of creations) sale.sequence = sequence += 1;
    for (const { set } of updates) set.sequence = sequence += 1;
  }
}

const newSale = (
  { businessId, channelId, provider, realmId, run }: ImportTarget,
  fields: Partial<SaleDocument> & { updatedAt: Date },
): NewSale =>
  Object.assign(fields as SaleDocument, {
    _id: new Types.ObjectId(),
    businessId,
    channelId,
    source: 'synced' as const,
    provider,
    realmId,
    revision: 1,
    importedAt: fields.updatedAt,
    revisions: [firstRevision('imported', fields.updatedAt, { run, user: null })],
  });

const isWhole = (sale: KnownSale): sale is SaleDocument => 'lines' in sale;

/** Whether the provider counts it too. */
const isExisting = (
  outOfRange: boolean | undefined,
  voidReason: SaleDocument['voidReason'] | undefined,
): boolean => outOfRange !== true && voidReason !== 'deleted_at_source';

function causeOf(known: KnownSale, { state, voidReason }: Partial<SaleDocument>): RevisionRecord['cause'] {
  if (state === 'voided')
    return voidReason === 'deleted_at_source' ? 'deleted_at_source' : 'voided_at_source';
  return known.state === 'voided' && state === 'active' ? 'restored_at_source' : 'changed_at_source';
}

const keyOf = ({ type, externalId }: Pick<ProviderSale, 'type' | 'externalId'>): string =>
  `${type}/${externalId}`;

/** A page may show a document twice, when it was edited or deleted between two answers; the later look counts. */
function latestOfEach(sales: readonly ProviderSale[], deleted: SalesChanges['deleted']) {
  const live = new Map<string, ProviderSale>();
  for (const sale of sales) {
    const key = keyOf(sale);
    const seen = live.get(key);
    if (!seen || seen.updatedAt <= sale.updatedAt) live.set(key, sale);
  }
  const gone = new Map<string, SalesChanges['deleted'][number]>();
  for (const deletion of deleted) {
    const key = keyOf(deletion);
    const seen = live.get(key);
    if (seen && seen.updatedAt > deletion.at) continue;
    live.delete(key);
    gone.set(key, deletion);
  }
  return { live: live.values(), gone: gone.values() };
}
