import { ProblemError } from '../problem-error.ts';
import { viewChannel } from '../world/channel-view.ts';
import { assertRoomForChannel } from '../world/plan.ts';
import { channelSubject, recordAudit } from '../world/record-audit.ts';
import { startRun, stopRun } from '../world/runs.ts';
import type { ChannelRecord, World } from '../world/world.ts';
import { assertNotSyncing, findChannel } from './find-channel.ts';
import type { Operations } from './operation.ts';

export const channelLifeOperations: Operations<'activateChannel' | 'deactivateChannel' | 'removeChannel'> = {
  activateChannel: (world, { params }) => {
    const channel = findChannel(world, params.channelId);
    if (channel.type === 'manual') return viewChannel(world, channel);
    if (!world.context.salesTracking.enabled) throw new ProblemError('sales_tracking_disabled');
    if (channel.isActive) return viewChannel(world, channel);
    const connection = world.connections.find(({ id }) => id === channel.connectionId);
    if (connection === undefined || connection.status === 'disconnected') {
      throw new ProblemError('connection_unavailable');
    }
    assertRoomForChannel(world, 'not_in_plan');
    channel.isActive = true;
    recordAudit(world, 'channel_activated', channelSubject(channel));
    if (connection.status === 'connected') startRun(world, channel, 'reactivation');
    return viewChannel(world, channel);
  },

  deactivateChannel: (world, { params }) => {
    const channel = findAccountingChannel(world, params.channelId);
    if (!channel.isActive) return viewChannel(world, channel);
    channel.isActive = false;
    stopRun(world, channel);
    recordAudit(world, 'channel_deactivated', channelSubject(channel));
    return viewChannel(world, channel);
  },

  removeChannel: (world, { params }) => {
    const channel = findAccountingChannel(world, params.channelId);
    if (world.sales.some(({ sale }) => sale.channelId === channel.id)) {
      throw new ProblemError('channel_has_sales');
    }
    assertNotSyncing(world, channel);
    world.channels = world.channels.filter((other) => other !== channel);
    world.runs = world.runs.filter(({ run }) => run.channelId !== channel.id);
    recordAudit(world, 'channel_removed', channelSubject(channel));
    return { id: channel.id };
  },
};

function findAccountingChannel(world: World, channelId: string): ChannelRecord {
  const channel = findChannel(world, channelId);
  if (channel.type === 'manual') throw new ProblemError('manual_channel_fixed');
  return channel;
}
