import type { ClientSession, UpdateQuery } from '../database.ts';
import type { ChannelDocument, ChannelModel, RunRecord } from './channel.model.ts';
import { nextWake } from './next-wake.ts';
import type { RunModel } from './run.model.ts';

interface EndRunOptions {
  channels: ChannelModel;
  runs: RunModel;
  /** Null where there is no schedule. */
  syncEveryMinutes: number | null;
  clock: () => Date;
}

export type EndRun = ReturnType<typeof createEndRun>;
type Ended = Pick<RunRecord, 'state' | 'problem'> & { providerCalls?: number };

/**
 * Makes the one way a run ends: it moves from its channel to the runs that have ended, and the channel is free until it is due
 * again.
 */
export function createEndRun({ channels, runs, syncEveryMinutes, clock }: EndRunOptions) {
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
    const failures = failuresAfter(state, channel.failures ?? 0);
    // Of a webhook that came during the run nobody knows whether it was in time for it.
    const waiting = channel.wake ?? null;
    const free: UpdateQuery<ChannelDocument> = {
      $set: {
        run: null,
        lastRun: run,
        dueAt: null,
        leasedUntil: null,
        ...(!problem && { lastSyncedAt: endedAt }),
        failures,
        wake: channel.isActive ? nextWake({ run, failures, waiting, syncEveryMinutes, now: endedAt }) : null,
      },
      $inc: { fence: 1 },
    };
    if (!(await channels.updateFenced({ channelId, fence }, free, transaction))) return false;
    await runs.keep(businessId, run, transaction);
    return true;
  };
}

function failuresAfter(state: RunRecord['state'], before: number): number {
  if (state === 'stopped') return before;
  return state === 'failed' ? before + 1 : 0;
}
