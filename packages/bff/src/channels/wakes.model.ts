import type { ClientSession } from '../database.ts';
import { DURABLE, Types } from '../database.ts';
import type { ChannelDocument, ChannelModel, Wake } from './channel.model.ts';
import { WAITS_FOR_SOMEBODY } from './next-wake.ts';

/** A channel that is due to sync by itself. */
export type DueChannel = ChannelDocument & { wake: Wake };

export type WakeModel = ReturnType<typeof createWakeModel>;

/** When channels next sync by themselves. It stands on the channel, so that the run it becomes takes it away in one write. */
export function createWakeModel({ model }: Pick<ChannelModel, 'model'>) {
  return {
    /** Those that have been due longest. One with an open run waits for its end. */
    due: (now: Date, limit: number): Promise<DueChannel[]> =>
      model
        .find({ 'wake.at': { $lte: now }, isActive: true, run: null })
        .sort({ 'wake.at': 1 })
        .limit(limit)
        .lean<DueChannel[]>(),

    /** Has a channel that is due wait for another time, unless somebody else was faster. */
    async postpone({ _id, wake: { at } }: DueChannel, wake: Wake | null): Promise<void> {
      await model.updateOne({ _id, 'wake.at': at, run: null }, { $set: { wake } });
    },

    /** Makes a channel due, as long as it waits for nothing and has been synced before. */
    async set(_id: Types.ObjectId, wake: Wake, session?: ClientSession): Promise<void> {
      const idle = { _id, isActive: true, run: null, wake: null, lastRun: { $ne: null } };
      await model.updateOne(idle, { $set: { wake } }, session ? { session } : {});
    },

    /**
     * Makes a channel due once its open run has ended. It is written whatever the channel was due for, so that a run which is
     * just ending cannot overlook it.
     */
    async setAfterRun(_id: Types.ObjectId, wake: Wake, session: ClientSession): Promise<void> {
      await model.updateOne({ _id, isActive: true }, { $set: { wake } }, { session });
    },

    /** The active channels of some connections. */
    ofConnections: (connectionIds: readonly string[]): Promise<ChannelDocument[]> =>
      model
        .find({
          type: 'accounting',
          isActive: true,
          connectionId: { $in: connectionIds.map((id) => new Types.ObjectId(id)) },
        })
        .lean(),

    /**
     * Makes channels due by `wake.at` where they were not due sooner. One whose last sync failed keeps to the attempt that is
     * set for it. Stored durably once it resolves.
     * @returns how many are due sooner now.
     */
    async bringForward(channelIds: readonly Types.ObjectId[], wake: Wake): Promise<number> {
      const { modifiedCount } = await model.updateMany(
        {
          _id: { $in: channelIds },
          isActive: true,
          $or: [{ wake: null }, { 'wake.at': { $gt: wake.at }, 'lastRun.state': { $ne: 'failed' } }],
        },
        { $set: { wake } },
        DURABLE,
      );
      return modifiedCount;
    },

    /** Channels that have been synced and that nothing makes due: older than the schedule, or from while it was off. */
    unscheduled(): AsyncIterable<Pick<ChannelDocument, '_id'>> {
      const idle = { type: 'accounting' as const, isActive: true, run: null, wake: null };
      const synced = { lastRun: { $ne: null }, 'lastRun.problem.code': { $nin: WAITS_FOR_SOMEBODY } };
      return model
        .find({ ...idle, ...synced }, { _id: 1 })
        .lean()
        .cursor();
    },

    /** Ends the regular syncs; later attempts of what failed stay. */
    async dropRegular(): Promise<void> {
      const regular = { 'wake.trigger': 'schedule', 'lastRun.state': { $ne: 'failed' } } as const;
      await model.updateMany(regular, { $set: { wake: null } });
    },
  };
}
