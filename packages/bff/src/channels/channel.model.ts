import type { Run, Verification } from '@sales-channels/contract';
import type { ClientSession, Connection, UpdateQuery } from 'mongoose';
import { Schema, Types } from 'mongoose';
import { isDuplicateKey, toObjectId } from '../database.ts';
import type { SaleType } from '../provider/provider-sale.ts';
import type { PageCursor } from '../provider/provider.ts';

/** How far a channel has read; moves only in the transaction that stores what it covers. */
export interface SyncCursor {
  /** The provider's clock before the first page was read; changes from then on are the increments' business. */
  changedSince: Date | null;
  backfill: Partial<Record<SaleType, { next: PageCursor | null; isDone: boolean }>>;
  isBackfilled: boolean;
  /** Documents the backfill has read so far, over all the runs it takes. */
  documentsRead: number;
  /** Where the backfill ends, exclusive: only the days that a moved floor has added are read. Null for no end. */
  before: string | null;
  /** How far changes have been read page by page, of the kinds that had more than one answer tells. */
  catchUp: Partial<Record<SaleType, PageCursor | null>>;
  /** The provider's clock when that reading began, however often it was gone on with. */
  catchUpBegan: Partial<Record<SaleType, Date | null>>;
  /** Kinds of document whose deletions may have gone unnoticed. */
  unsure: SaleType[];
  /** Whether anything has changed since what is stored was last held against the provider's counts. */
  isUnverified: boolean;
  /** When the stored sales were last counted one by one; null where they have to be before anything is said of them. */
  countedAt: Date | null;
  /** How many more sales of a kind are stored and in range than at the last proof. */
  grown: Partial<Record<SaleType, number>>;
}

/** What the provider counted, what is stored, and when everything was last read again to explain a difference. */
export type VerificationRecord = Omit<Verification, 'checkedAt'> & {
  checkedAt: Date;
  comparedAt: Date | null;
};

export const emptyCursor = (): SyncCursor => ({
  changedSince: null,
  backfill: {},
  isBackfilled: false,
  documentsRead: 0,
  before: null,
  catchUp: {},
  catchUpBegan: {},
  unsure: [],
  isUnverified: true,
  countedAt: null,
  grown: {},
});

/** A run as it is kept: on the channel while it is open, among the runs once it has ended. */
export type RunRecord = Omit<Run, 'requestedAt' | 'startedAt' | 'endedAt'> & {
  requestedAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
};

/** When a channel next syncs by itself, and what for. */
export interface Wake {
  at: Date;
  trigger: Extract<Run['trigger'], 'schedule' | 'webhook' | 'reconnection'>;
}

export interface ChannelDocument {
  _id: Types.ObjectId;
  businessId: string;
  type: 'accounting' | 'manual';
  name: string;
  connectionId?: Types.ObjectId;
  isActive: boolean;
  initialSyncDate: string | null;
  createdAt: Date;
  /** When a worker should next look at the channel; null for never. Asking for a sync is writing this. */
  dueAt: Date | null;
  /** Counts the leases there have been; a write that names an older one finds nothing to write to. */
  fence: number;
  leasedUntil: Date | null;
  cursor: SyncCursor;
  run: RunRecord | null;
  lastRun: RunRecord | null;
  lastSyncedAt: Date | null;
  /** Set when a run ends or the provider tells of changes, taken away by the run it becomes; null for not by itself. */
  wake: Wake | null;
  /** Runs that have failed since the last that did not. */
  failures: number;
  verification: VerificationRecord | null;
}

const channelSchema = new Schema<ChannelDocument>(
  {
    businessId: { type: String, required: true },
    type: { type: String, required: true },
    name: { type: String, required: true },
    connectionId: Schema.Types.ObjectId,
    isActive: { type: Boolean, required: true },
    initialSyncDate: { type: String, default: null },
    createdAt: { type: Date, required: true },
    dueAt: { type: Date, default: null },
    fence: { type: Number, default: 0 },
    leasedUntil: { type: Date, default: null },
    cursor: { type: Schema.Types.Mixed, default: emptyCursor },
    run: { type: Schema.Types.Mixed, default: null },
    lastRun: { type: Schema.Types.Mixed, default: null },
    lastSyncedAt: { type: Date, default: null },
    wake: { type: Schema.Types.Mixed, default: null },
    failures: { type: Number, default: 0 },
    verification: { type: Schema.Types.Mixed, default: null },
  },
  { collection: 'channels', versionKey: false, minimize: false },
);
channelSchema.index({ connectionId: 1 }, { unique: true, partialFilterExpression: { type: 'accounting' } });
channelSchema.index(
  { businessId: 1 },
  { unique: true, partialFilterExpression: { type: 'manual' }, name: 'one_manual_a_business' },
);
channelSchema.index({ businessId: 1, createdAt: 1 });
channelSchema.index({ dueAt: 1 });
channelSchema.index({ 'run.id': 1 });
channelSchema.index({ 'wake.at': 1 });

/** A lease's proof that it is still the one. */
interface Fence {
  channelId: Types.ObjectId;
  fence: number;
}

export type ChannelModel = ReturnType<typeof createChannelModel>;

export function createChannelModel(connection: Connection) {
  const model = connection.model('Channel', channelSchema);
  const own = (businessId: string, channelId: string) => ({ _id: toObjectId(channelId), businessId });

  return {
    model,
    list: (businessId: string, session?: ClientSession): Promise<ChannelDocument[]> =>
      model
        .find({ businessId }, null, session ? { session } : {})
        .sort({ createdAt: 1, _id: 1 })
        .lean(),
    find: (businessId: string, channelId: string, session?: ClientSession): Promise<ChannelDocument | null> =>
      model.findOne(own(businessId, channelId), null, session ? { session } : {}).lean(),
    findByConnection: (connectionId: string, session: ClientSession): Promise<ChannelDocument | null> =>
      model.findOne({ type: 'accounting', connectionId: toObjectId(connectionId) }, null, { session }).lean(),
    findByOpenRun: (businessId: string, runId: string): Promise<ChannelDocument | null> =>
      model.findOne({ businessId, 'run.id': runId }).lean(),

    /** The channel of each connection that has one. */
    async ofConnections(businessId: string): Promise<ReadonlyMap<string, string>> {
      const found = await model.find({ businessId, type: 'accounting' }, { connectionId: 1 }).lean();
      return new Map(found.map(({ _id, connectionId }) => [String(connectionId), _id.toHexString()]));
    },

    /** The connections whose channel is inactive. */
    async restingConnections(businessId: string, session?: ClientSession): Promise<ReadonlySet<string>> {
      const inactive = { businessId, type: 'accounting' as const, isActive: false };
      const found = await model.find(inactive, { connectionId: 1 }, session ? { session } : {}).lean();
      return new Set(found.map(({ connectionId }) => String(connectionId)));
    },

    /** Makes sure of the one Manual channel of a business. */
    async ensureManual(businessId: string, name: string, createdAt: Date): Promise<void> {
      const manual = { businessId, type: 'manual' as const };
      try {
        await model.updateOne(
          manual,
          { $setOnInsert: { ...manual, name, isActive: true, createdAt } },
          { upsert: true },
        );
      } catch (error) {
        if (!isDuplicateKey(error)) throw error;
      }
    },

    async createAccounting(
      channel: Pick<ChannelDocument, 'businessId' | 'name' | 'initialSyncDate' | 'createdAt'> & {
        connectionId: string;
      },
      session: ClientSession,
    ): Promise<ChannelDocument> {
      const connectionId = new Types.ObjectId(channel.connectionId);
      const [created] = await model.create(
        [{ ...channel, connectionId, type: 'accounting', isActive: true }],
        { session },
      );
      if (!created) throw new Error('The channel was not created.');
      return created.toObject();
    },

    /** @returns the channel as it was before; null when it already was as wanted. */
    setActive: (
      channelId: Types.ObjectId,
      isActive: boolean,
      session: ClientSession,
    ): Promise<ChannelDocument | null> =>
      model
        .findOneAndUpdate(
          { _id: channelId, isActive: !isActive },
          { $set: { isActive, wake: null } },
          { session },
        )
        .lean(),

    /**
     * Queues a run on an active channel unless one is open. It covers whatever the channel was due for.
     * @param due only while the channel is due like that.
     * @returns the channel with its new run; null without.
     */
    async queueRun(
      channelId: Types.ObjectId,
      run: RunRecord,
      session?: ClientSession,
      due: Wake | null = null,
    ): Promise<ChannelDocument | null> {
      return model
        .findOneAndUpdate(
          { _id: channelId, isActive: true, run: null, ...(due && { 'wake.at': due.at }) },
          { $set: { run, dueAt: run.requestedAt, wake: null } },
          { returnDocument: 'after', ...(session && { session }) },
        )
        .lean();
    },

    /** Notes kinds of document whose deletions may have gone unnoticed. */
    async setUnsure(
      channelId: Types.ObjectId,
      types: readonly SaleType[],
      session: ClientSession,
    ): Promise<void> {
      await model.updateOne({ _id: channelId }, { $set: { 'cursor.unsure': types } }, { session });
    },

    /** Removes the channel only if no run is open. */
    async removeIdle(channelId: Types.ObjectId, session: ClientSession): Promise<boolean> {
      const { deletedCount } = await model.deleteOne({ _id: channelId, run: null }, { session });
      return deletedCount === 1;
    },

    /** Changes the channel only if no run is open. */
    async updateIdle(
      channelId: Types.ObjectId,
      update: UpdateQuery<ChannelDocument>,
      session: ClientSession,
    ): Promise<boolean> {
      const result = await model.updateOne({ _id: channelId, run: null }, update, { session });
      return result.matchedCount === 1;
    },

    /**
     * Takes the lease of the channel due longest that nobody holds. Due is by the BFF's clock, leases are by real time. Also
     * of one that has become inactive: somebody has to end its run.
     */
    async claimDue(dueBy: Date, now: Date, leasedUntil: Date): Promise<ChannelDocument | null> {
      const free = { $or: [{ leasedUntil: null }, { leasedUntil: { $lt: now } }] };
      return model
        .findOneAndUpdate(
          { dueAt: { $lte: dueBy }, run: { $ne: null }, ...free },
          { $inc: { fence: 1 }, $set: { leasedUntil } },
          { sort: { dueAt: 1 }, returnDocument: 'after' },
        )
        .lean();
    },

    findFenced: ({ channelId, fence }: Fence, session: ClientSession): Promise<ChannelDocument | null> =>
      model.findOne({ _id: channelId, fence }, null, { session }).lean(),

    /** Writes only while the lease is still the caller's. @returns false when somebody else has taken over. */
    async updateFenced(
      { channelId, fence }: Fence,
      update: UpdateQuery<ChannelDocument>,
      session?: ClientSession,
    ): Promise<boolean> {
      const result = await model.updateOne({ _id: channelId, fence }, update, session ? { session } : {});
      return result.matchedCount === 1;
    },
  };
}
