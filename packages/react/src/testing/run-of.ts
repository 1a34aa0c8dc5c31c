import type { Run } from '@sales-channels/contract';

/** A run for stories and tests, half way through unless told otherwise. */
export const runOf = (changes: Partial<Run> = {}): Run => ({
  id: 'run_1',
  channelId: 'channel_1',
  state: 'running',
  trigger: 'manual',
  requestedBy: { id: 'user_mara', name: 'Mara Lindqvist' },
  phase: 'backfill',
  progress: { done: 640, total: 1240 },
  counts: { created: 640, updated: 0, voided: 0, unchanged: 0, errors: 0 },
  errors: [],
  providerCalls: 1,
  problem: null,
  requestedAt: '2026-11-23T10:00:00Z',
  startedAt: '2026-11-23T10:00:01Z',
  endedAt: null,
  ...changes,
});
