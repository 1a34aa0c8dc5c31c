import type { Problem, Run } from '@sales-channels/contract';
import { invalidField, ProblemError } from '../problem-error.ts';
import { isInPlan, limitOf } from '../world/plan.ts';
import { channelSubject, recordAudit } from '../world/record-audit.ts';
import { startRun } from '../world/runs.ts';
import type { ChannelRecord, World } from '../world/world.ts';
import { assertNotSyncing, findChannel } from './find-channel.ts';
import type { Operations } from './operation.ts';
import { takePage } from './take-page.ts';

export const runOperations: Operations<'syncChannel' | 'syncAllChannels' | 'listRuns' | 'getRun'> = {
  syncChannel: (world, { params }) => {
    const channel = findChannel(world, params.channelId);
    if (channel.type === 'manual') {
      throw invalidField('params.channelId', 'The Manual channel has nothing to sync.');
    }
    if (!world.context.salesTracking.enabled) throw new ProblemError('sales_tracking_disabled');
    return requestSync(world, channel);
  },

  syncAllChannels: (world) => {
    if (!world.context.salesTracking.enabled) throw new ProblemError('sales_tracking_disabled');
    const active = world.channels.filter(({ type, isActive }) => type === 'accounting' && isActive);
    return { items: active.map((channel) => ({ channelId: channel.id, ...outcomeOf(world, channel) })) };
  },

  listRuns: (world, { params, query }) => {
    findChannel(world, params.channelId);
    const runs = world.runs.map(({ run }) => run).filter(({ channelId }) => channelId === params.channelId);
    return takePage(runs.toReversed(), query.cursor, query.limit ?? 20);
  },

  getRun: (world, { params }) => {
    const record = world.runs.find(({ run }) => run.id === params.runId);
    if (record === undefined) throw new ProblemError('not_found');
    return record.run;
  },
};

function requestSync(world: World, channel: ChannelRecord): Run {
  if (!channel.isActive) throw new ProblemError('channel_inactive');
  if (!isInPlan(world, channel)) throw new ProblemError('not_in_plan', limitOf(world));
  const connection = world.connections.find(({ id }) => id === channel.connectionId);
  if (connection === undefined || connection.status === 'disconnected') {
    throw new ProblemError('connection_unavailable');
  }
  if (connection.status === 'reconnect_required') throw new ProblemError('reconnect_required');
  assertNotSyncing(world, channel);
  recordAudit(world, 'sync_requested', channelSubject(channel));
  return startRun(world, channel, 'manual');
}

function outcomeOf(world: World, channel: ChannelRecord): { run: Run | null; problem: Problem | null } {
  try {
    return { run: requestSync(world, channel), problem: null };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { run: null, problem: error.problem };
  }
}
