import type { Run } from '@sales-channels/contract';
import { Types } from '../database.ts';
import type { RunRecord } from './channel.model.ts';

interface NewRun {
  channelId: string;
  trigger: Run['trigger'];
  requestedBy: Run['requestedBy'];
  requestedAt: Date;
  /** Documents that earlier runs of an unfinished first sync have read. */
  done: number;
  /** How many documents the first sync will read, where somebody has counted them. */
  total: number | null;
}

/** A run that has been asked for and that no worker has begun. */
export const createRunRecord = ({
  channelId,
  trigger,
  requestedBy,
  requestedAt,
  done,
  total,
}: NewRun): RunRecord => ({
  id: new Types.ObjectId().toHexString(),
  channelId,
  state: 'queued',
  trigger,
  requestedBy,
  phase: 'waiting',
  progress: { done, total },
  counts: { created: 0, updated: 0, voided: 0, unchanged: 0, errors: 0 },
  errors: [],
  providerCalls: 0,
  problem: null,
  requestedAt,
  startedAt: null,
  endedAt: null,
});

export const toRun = (run: RunRecord): Run => ({
  ...run,
  requestedAt: run.requestedAt.toISOString(),
  startedAt: run.startedAt?.toISOString() ?? null,
  endedAt: run.endedAt?.toISOString() ?? null,
});
