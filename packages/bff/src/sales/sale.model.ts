import type {
  Sale,
  SALE_SOURCES,
  SALE_STATES,
  SaleType as AnySaleType,
  VOID_REASONS,
} from '@sales-channels/contract';
import type { ClientSession, Connection, QueryFilter, Types } from 'mongoose';
import { Schema } from 'mongoose';
import type { BusinessModel } from '../businesses/business.model.ts';
import { toObjectId } from '../database.ts';
import type { RequestMark } from '../http/idempotency.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { RevisionAuthor, RevisionRecord } from './revision.ts';
import { MAX_REVISIONS } from './revision.ts';

type Decimal128 = Types.Decimal128;

export interface SaleLineDocument {
  kind: 'item' | 'description';
  itemId: string | null;
  itemName: string | null;
  description: string | null;
  quantity: Decimal128 | null;
  unitPrice: Decimal128 | null;
  amount: Decimal128;
  taxCode: string | null;
  className: string | null;
  group: { itemId: string; name: string | null } | null;
  match: Sale['lines'][number]['match'];
}

export interface SaleDocument {
  _id: Types.ObjectId;
  businessId: string;
  channelId: Types.ObjectId;
  source: (typeof SALE_SOURCES)[number];
  type: AnySaleType;
  provider: string | null;
  /** Together with business, type and external id it is what makes a synced sale one and the same. */
  realmId: string | null;
  externalId: string | null;
  number: string | null;
  customerId: string | null;
  customerName: string | null;
  date: string;
  dueDate: string | null;
  currency: string;
  exchangeRate: Decimal128 | null;
  lines: SaleLineDocument[];
  discount: Decimal128;
  shipping: Decimal128;
  tax: Decimal128;
  /** Signed: a credit memo's is negative. */
  total: Decimal128;
  balance: Decimal128;
  note: string | null;
  state: (typeof SALE_STATES)[number];
  voidReason: (typeof VOID_REASONS)[number] | null;
  /** Why it was voided here, in words. */
  voidNote?: string;
  outOfRange: boolean;
  /** Whether the provider's document was all zero when its amounts were stored: one that was cannot become void so. */
  isAllZero: boolean;
  revision: number;
  /** Its place in the business' feed: the number of its latest change. */
  sequence: number;
  /** Of the provider's document as last seen; equal means nothing to write. */
  contentHash: string | null;
  providerCreatedAt: Date | null;
  providerUpdatedAt: Date | null;
  importedAt: Date;
  updatedAt: Date;
  /** The request that entered it by hand, so that a repetition finds the sale instead of entering another. */
  mark?: RequestMark;
}

/** A new sale with its first revision; later reads leave the revisions where they are. */
export type NewSale = SaleDocument & { revisions: RevisionRecord[] };

// Sales are written a thousand at a time by the driver itself; the schema is here for its indexes and its reads.
const saleSchema = new Schema<SaleDocument>(
  { businessId: String },
  { collection: 'sales', versionKey: false, strict: false },
);
saleSchema.index(
  { businessId: 1, realmId: 1, type: 1, externalId: 1 },
  { unique: true, partialFilterExpression: { source: 'synced' }, name: 'one_sale_a_document' },
);
saleSchema.index({ businessId: 1, date: -1, _id: -1 });
saleSchema.index({ businessId: 1, channelId: 1, date: -1, _id: -1 });
saleSchema.index({ businessId: 1, sequence: 1 });
saleSchema.index(
  { businessId: 1, number: 1 },
  { partialFilterExpression: { source: 'manual' }, name: 'manual_numbers' },
);

saleSchema.index(
  { 'mark.key': 1 },
  { unique: true, partialFilterExpression: { 'mark.key': { $exists: true } }, name: 'one_sale_a_request' },
);

export type KnownSale = Pick<
  SaleDocument,
  | '_id'
  | 'type'
  | 'externalId'
  | 'contentHash'
  | 'providerUpdatedAt'
  | 'state'
  | 'voidReason'
  | 'total'
  | 'outOfRange'
  | 'isAllZero'
  | 'revision'
>;
const KNOWN_FIELDS = {
  type: 1,
  externalId: 1,
  contentHash: 1,
  providerUpdatedAt: 1,
  state: 1,
  voidReason: 1,
  total: 1,
  outOfRange: 1,
  isAllZero: 1,
  revision: 1,
};
const WITHOUT_REVISIONS = { revisions: 0 };
/** What a page asks for; the driver's first answer would hold a hundred. */
const IN_ONE_ANSWER = { batchSize: 1001 };

export interface SaleUpdate {
  _id: Types.ObjectId;
  set: Partial<SaleDocument>;
  revision: RevisionRecord;
}

export type SaleModel = ReturnType<typeof createSaleModel>;

export function createSaleModel(connection: Connection, businesses: BusinessModel) {
  const model = connection.model('Sale', saleSchema);
  const collection = connection.collection<NewSale>('sales');

  return {
    model,

    /** What is stored of some of a company's documents: all but the revisions, or only what tells whether they have changed. */
    async findKnown(
      company: { businessId: string; realmId: string },
      documents: readonly { type: SaleType; externalId: string }[],
      { isWhole = false } = {},
    ): Promise<(KnownSale | SaleDocument)[]> {
      const projection = isWhole ? WITHOUT_REVISIONS : KNOWN_FIELDS;
      const found = await Promise.all(
        SALE_TYPES.map(async (type): Promise<(KnownSale | SaleDocument)[]> => {
          const externalIds = documents.flatMap((one) => (one.type === type ? one.externalId : []));
          if (externalIds.length === 0) return [];
          // The source is named because the index is partial on it.
          const filter = { ...company, source: 'synced' as const, type, externalId: { $in: externalIds } };
          return collection.find(filter, { projection, ...IN_ONE_ANSWER }).toArray();
        }),
      );
      return found.flat();
    },

    /** How many of a channel's documents are in range and still exist at the provider, voided ones included. */
    async countExisting(businessId: string, channelId: Types.ObjectId): Promise<Record<SaleType, number>> {
      const counted = await collection
        .aggregate<{ _id: SaleType; count: number }>([
          { $match: { businessId, channelId, outOfRange: false, voidReason: { $ne: 'deleted_at_source' } } },
          { $group: { _id: '$type', count: { $sum: 1 } } },
        ])
        .toArray();
      const counts = new Map(counted.map(({ _id, count }) => [_id, count]));
      return {
        invoice: counts.get('invoice') ?? 0,
        sales_receipt: counts.get('sales_receipt') ?? 0,
        credit_memo: counts.get('credit_memo') ?? 0,
      };
    },

    /** The ids of a channel's documents of a type that are not known to be deleted, in range or out of it. */
    existingIds(
      { businessId, channelId }: { businessId: string; channelId: Types.ObjectId },
      type: SaleType,
      outOfRange?: boolean,
    ): AsyncIterable<{ externalId: string | null }> {
      const filter = {
        businessId,
        channelId,
        type,
        voidReason: { $ne: 'deleted_at_source' as const },
        ...(outOfRange !== undefined && { outOfRange }),
      };
      return collection.find(filter, { projection: { _id: 0, externalId: 1 }, batchSize: 5000 });
    },

    async insert(sales: NewSale[], session: ClientSession): Promise<void> {
      if (sales.length > 0) await collection.insertMany(sales, { session, ordered: false });
    },

    async update(updates: readonly SaleUpdate[], session: ClientSession): Promise<void> {
      if (updates.length === 0) return;
      await collection.bulkWrite(
        updates.map(({ _id, set, revision }) => ({
          updateOne: {
            filter: { _id },
            update: {
              $set: { ...set, revision: revision.number },
              $push: { revisions: { $each: [revision], $slice: -MAX_REVISIONS } },
            },
          },
        })),
        { session, ordered: false },
      );
    },

    /** Marks which of a channel's sales are dated before the floor somebody has moved. */
    async applyFloor(
      {
        businessId,
        channelId,
        floor,
        author,
      }: { businessId: string; channelId: Types.ObjectId; floor: string; author: RevisionAuthor },
      session: ClientSession,
    ): Promise<void> {
      for (const outOfRange of [true, false]) {
        const date = outOfRange ? { $lt: floor } : { $gte: floor };
        const moved = await collection
          .find(
            { businessId, channelId, outOfRange: !outOfRange, date },
            { session, projection: { revision: 1 } },
          )
          .toArray();
        if (moved.length === 0) continue;
        const last = await businesses.takeSequence(businessId, moved.length, session);
        const updatedAt = new Date();
        const changes = [
          { field: 'outOfRange', label: null, from: String(!outOfRange), to: String(outOfRange) },
        ];
        await this.update(
          moved.map(({ _id, revision }, index) => ({
            _id,
            set: { outOfRange, updatedAt, sequence: last - moved.length + 1 + index },
            revision: { number: revision + 1, at: updatedAt, cause: 'start_date_moved', ...author, changes },
          })),
          session,
        );
      }
    },

    /** Whether there is any sale of a channel. */
    async hasAny(businessId: string, channelId: Types.ObjectId, session: ClientSession): Promise<boolean> {
      return (
        (await collection.findOne({ businessId, channelId }, { session, projection: { _id: 1 } })) !== null
      );
    },

    async find(businessId: string, saleId: string, session?: ClientSession): Promise<SaleDocument | null> {
      const _id = toObjectId(saleId);
      return (
        _id &&
        collection.findOne(
          { _id, businessId },
          { projection: WITHOUT_REVISIONS, ...(session && { session }) },
        )
      );
    },

    /** The sale a request has entered, if it has. */
    findByMark: (businessId: string, { key }: RequestMark): Promise<SaleDocument | null> =>
      collection.findOne({ businessId, 'mark.key': key }, { projection: WITHOUT_REVISIONS }),

    /** Oldest first; null when there is no such sale. */
    async revisions(businessId: string, saleId: string): Promise<RevisionRecord[] | null> {
      const _id = toObjectId(saleId);
      const sale = _id && (await collection.findOne({ _id, businessId }, { projection: { revisions: 1 } }));
      return sale && (sale.revisions ?? []);
    },

    findMany: (businessId: string, saleIds: Types.ObjectId[]): Promise<SaleDocument[]> =>
      collection
        .find({ _id: { $in: saleIds }, businessId }, { projection: WITHOUT_REVISIONS, ...IN_ONE_ANSWER })
        .toArray(),

    /** Newest first. */
    page: (filter: QueryFilter<SaleDocument>, limit: number): Promise<SaleDocument[]> =>
      collection
        .find(filter as object, { projection: { lines: 0, ...WITHOUT_REVISIONS } })
        .sort({ date: -1, _id: -1 })
        .limit(limit)
        .toArray(),

    /** All of them one by one, newest first, however many. */
    each: (filter: QueryFilter<SaleDocument>): AsyncIterable<SaleDocument> =>
      collection
        .find(filter as object, {
          projection: { lines: 0, ...WITHOUT_REVISIONS },
          batchSize: 500,
          allowDiskUse: true,
        })
        .sort({ date: -1, _id: -1 }),

    async newestDate(filter: QueryFilter<SaleDocument>): Promise<string | null> {
      const options = { projection: { date: 1 }, sort: { date: -1, _id: -1 } } as const;
      return (await collection.findOne(filter as object, options))?.date ?? null;
    },

    /** Totals a day and currency, and a value of `field` where one is given. */
    dailyTotals: (filter: QueryFilter<SaleDocument>, field: 'type' | 'channelId' | null) =>
      collection
        .aggregate<{
          _id: { date: string; currency: string; group: string | Types.ObjectId | null };
          total: Decimal128;
          count: number;
        }>([
          { $match: filter },
          {
            $group: {
              _id: { date: '$date', currency: '$currency', group: field && `$${field}` },
              total: { $sum: '$total' },
              count: { $sum: 1 },
            },
          },
        ])
        .toArray(),

    changesAfter: (businessId: string, sequence: number, limit: number): Promise<SaleDocument[]> =>
      collection
        // What a failover could still take back would be skipped by a reader who has passed it.
        .find(
          { businessId, sequence: { $gt: sequence } },
          { readConcern: 'majority', projection: WITHOUT_REVISIONS },
        )
        .sort({ sequence: 1 })
        .limit(limit)
        .toArray(),

    totals: (filter: QueryFilter<SaleDocument>) =>
      collection
        .aggregate<{
          _id: Pick<SaleDocument, 'currency' | 'state' | 'outOfRange'>;
          total: Decimal128;
          count: number;
        }>([
          { $match: filter },
          {
            $group: {
              _id: { currency: '$currency', state: '$state', outOfRange: '$outOfRange' },
              total: { $sum: '$total' },
              count: { $sum: 1 },
            },
          },
        ])
        .toArray(),
  };
}
