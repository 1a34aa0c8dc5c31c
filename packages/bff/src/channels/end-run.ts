import type { ClientSession, UpdateQuery } from '../database.ts';
import type { ChannelDocument, ChannelModel, RunRecord } from './channel.model.ts';
import type { RunModel } from './run.model.ts';

interface EndRunOptions {
  channels: ChannelModel;
  runs: RunModel;
  clock: () => Date;
}

export type EndRun = ReturnType<typeof createEndRun>;
type Ended = Pick<RunRecord, 'state' | 'problem'> & { providerCalls?: number };

/** Makes the one way a run ends: it moves from its channel to the runs that have ended, and the channel is free. */
export function createEndRun({ channels, runs, clock }: EndRunOptions) {
  /** @param channel as the transaction read it. Whoever still holds its lease can write nothing afterwards. */
  return async function endRun(
    channel: ChannelDocument,
    { state, problem, providerCalls = 0 }: Ended,
    transaction: ClientSession,
  ): Promise<boolean> {
    const { _id: channelId, businessId, fence } = channel;
    if (!channel.run) return false;
    const endedAt = clock();
    const run: RunRecord = {
      ...channel.run,
      state,
      problem,
      endedAt,
      phase: 'done',
      providerCalls: channel.run.providerCalls + providerCalls,
    };
    const free: UpdateQuery<ChannelDocument> = {
      $set: {
        run: null,
        lastRun: run,
        dueAt: null,
        leasedUntil: null,
        ...(!problem && { lastSyncedAt: endedAt }),
      },
      $inc: { fence: 1 },
    };
    if (!(await channels.updateFenced({ channelId, fence }, free, transaction))) return false;
    await runs.keep(businessId, run, transaction);
    return true;
  };
}
