import { invalidField, ProblemError } from '../problem-error.ts';
import { isInPlan } from '../world/channel-view.ts';
import { startRun } from '../world/runs.ts';
import { assertNotSyncing, findChannel } from './channels.ts';
import type { Operations } from './operation.ts';
import { takePage } from './take-page.ts';

export const runOperations: Operations<'syncChannel' | 'listRuns' | 'getRun'> = {
  syncChannel: (world, { params }) => {
    const channel = findChannel(world, params.channelId);
    if (channel.type === 'manual') {
      throw invalidField('params.channelId', 'The Manual channel has nothing to sync.');
    }
    if (!world.context.salesTracking.enabled) throw new ProblemError('sales_tracking_disabled');
    if (!channel.isActive) throw new ProblemError('channel_inactive');
    const connection = world.connections.find(({ id }) => id === channel.connectionId);
    if (connection === undefined || connection.status === 'disconnected') {
      throw new ProblemError('connection_unavailable');
    }
    if (!isInPlan(world, channel)) throw new ProblemError('plan_required');
    if (connection.status === 'reconnect_required') throw new ProblemError('reconnect_required');
    assertNotSyncing(world, channel);
    return startRun(world, channel, 'manual');
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
