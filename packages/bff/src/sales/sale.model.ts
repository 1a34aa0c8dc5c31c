import type { Sale } from '@sales-channels/contract';
import type { ClientSession, Connection, QueryFilter, Types } from 'mongoose';
import { Schema } from 'mongoose';
import type { BusinessModel } from '../businesses/business.model.ts';
import { toObjectId } from '../database.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';

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
  source: Sale['source'];
  type: Sale['type'];
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
  state: Sale['state'];
  voidReason: Sale['voidReason'];
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
}

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
};

export interface SaleUpdate {
  _id: Types.ObjectId;
  set: Partial<SaleDocument>;
}

export type SaleModel = ReturnType<typeof createSaleModel>;

export function createSaleModel(connection: Connection, businesses: BusinessModel) {
  const model = connection.model('Sale', saleSchema);
  const collection = connection.collection<SaleDocument>('sales');

  return {
    model,

    /** What is stored of some of a company's documents. */
    async findKnown(
      company: { businessId: string; realmId: string },
      documents: readonly { type: SaleType; externalId: string }[],
    ): Promise<KnownSale[]> {
      const found: KnownSale[] = [];
      for (const type of SALE_TYPES) {
        const externalIds = documents.filter((one) => one.type === type).map(({ externalId }) => externalId);
        if (externalIds.length === 0) continue;
        // The source is named because the index is partial on it.
        const filter = { ...company, source: 'synced' as const, type, externalId: { $in: externalIds } };
        found.push(...(await collection.find(filter, { projection: KNOWN_FIELDS }).toArray()));
      }
      return found;
    },

    async insert(sales: SaleDocument[], session: ClientSession): Promise<void> {
      if (sales.length > 0) await collection.insertMany(sales, { session, ordered: false });
    },

    async update(updates: readonly SaleUpdate[], session: ClientSession): Promise<void> {
      if (updates.length === 0) return;
      await collection.bulkWrite(
        updates.map(({ _id, set }) => ({
          updateOne: { filter: { _id }, update: { $set: set, $inc: { revision: 1 } } },
        })),
        { session, ordered: false },
      );
    },

    /** Marks which of a channel's sales are dated before the floor. */
    async applyFloor(
      { businessId, channelId, floor }: { businessId: string; channelId: Types.ObjectId; floor: string },
      session: ClientSession,
    ): Promise<void> {
      for (const outOfRange of [true, false]) {
        const date = outOfRange ? { $lt: floor } : { $gte: floor };
        const moved = await collection
          .find({ businessId, channelId, outOfRange: !outOfRange, date }, { session, projection: { _id: 1 } })
          .toArray();
        if (moved.length === 0) continue;
        const last = await businesses.takeSequence(businessId, moved.length, session);
        const updatedAt = new Date();
        await this.update(
          moved.map(({ _id }, index) => ({
            _id,
            set: { outOfRange, updatedAt, sequence: last - moved.length + 1 + index },
          })),
          session,
        );
      }
    },

    async find(businessId: string, saleId: string): Promise<SaleDocument | null> {
      const _id = toObjectId(saleId);
      return _id && collection.findOne({ _id, businessId });
    },

    findMany: (businessId: string, saleIds: Types.ObjectId[]): Promise<SaleDocument[]> =>
      collection.find({ _id: { $in: saleIds }, businessId }).toArray(),

    /** Newest first. */
    page: (filter: QueryFilter<SaleDocument>, limit: number): Promise<SaleDocument[]> =>
      collection
        .find(filter as object, { projection: { lines: 0 } })
        .sort({ date: -1, _id: -1 })
        .limit(limit)
        .toArray(),

    changesAfter: (businessId: string, sequence: number, limit: number): Promise<SaleDocument[]> =>
      collection
        // What a failover could still take back would be skipped by a reader who has passed it.
        .find({ businessId, sequence: { $gt: sequence } }, { readConcern: 'majority' })
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
