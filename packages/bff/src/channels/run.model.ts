import type { ClientSession, Connection } from 'mongoose';
import { Schema } from 'mongoose';
import type { RunRecord } from './channel.model.ts';

/** A run that has ended. */
type RunDocument = Omit<RunRecord, 'id'> & { _id: string; businessId: string };

const runSchema = new Schema<RunDocument>(
  {
    _id: String,
    businessId: { type: String, required: true },
    channelId: { type: String, required: true },
    requestedAt: { type: Date, required: true },
  },
  { collection: 'runs', versionKey: false, strict: false, minimize: false },
);
runSchema.index({ channelId: 1, requestedAt: -1, _id: -1 });

export type RunModel = ReturnType<typeof createRunModel>;

export function createRunModel(connection: Connection) {
  const model = connection.model('Run', runSchema);
  const toRecord = ({ _id, businessId: _business, ...run }: RunDocument): RunRecord => ({ id: _id, ...run });

  return {
    model,

    /** Keeps a run that has ended; doing it twice is doing it once. */
    async keep(businessId: string, { id, ...run }: RunRecord, session: ClientSession): Promise<void> {
      await model.replaceOne({ _id: id }, { businessId, ...run }, { upsert: true, session });
    },

    async removeOf(channelId: string, session: ClientSession): Promise<void> {
      await model.deleteMany({ channelId }, { session });
    },

    async find(businessId: string, runId: string): Promise<RunRecord | null> {
      const run = await model.findOne({ _id: runId, businessId }).lean();
      return run && toRecord(run);
    },

    /** Newest first, after a position in that order. */
    async list(
      channelId: string,
      after: { requestedAt: Date; id: string } | null,
      limit: number,
    ): Promise<RunRecord[]> {
      const older = after && {
        $or: [
          { requestedAt: { $lt: after.requestedAt } },
          { requestedAt: after.requestedAt, _id: { $lt: after.id } },
        ],
      };
      const runs = await model
        .find({ channelId, ...older })
        .sort({ requestedAt: -1, _id: -1 })
        .limit(limit)
        .lean();
      return runs.map((run) => toRecord(run as RunDocument));
    },
  };
}
