import type { CreateChannel } from '@sales-channels/contract';
import { invalidField, ProblemError } from '../problem-error.ts';
import { addAccountingChannel } from '../world/add-channel.ts';
import { lastSuccess, viewChannel } from '../world/channel-view.ts';
import { assertRoomForChannel } from '../world/plan.ts';
import { channelSubject, recordAudit } from '../world/record-audit.ts';
import { startRun } from '../world/runs.ts';
import { applyInitialSyncDate } from '../world/sales-store.ts';
import type { ConnectionRecord, World } from '../world/world.ts';
import { assertNotSyncing, findChannel } from './find-channel.ts';
import type { Operations } from './operation.ts';

export const channelOperations: Operations<
  'listChannels' | 'getChannel' | 'createChannel' | 'updateChannel'
> = {
  listChannels: (world) => ({
    items: world.channels
      .toSorted((a, b) => Number(a.type === 'manual') - Number(b.type === 'manual'))
      .map((channel) => viewChannel(world, channel)),
  }),

  getChannel: (world, { params }) => viewChannel(world, findChannel(world, params.channelId)),

  createChannel: (world, { body }) => {
    if (body.type !== 'accounting') throw new ProblemError('unsupported_channel_type');
    if (!world.context.salesTracking.enabled) throw new ProblemError('sales_tracking_disabled');
    assertInitialSyncDate(world, body.initialSyncDate);
    const connection = findFreeConnection(world, body);
    assertRoomForChannel(world, 'connection_limit_reached');
    const channel = addAccountingChannel(world, connection, body.initialSyncDate);
    recordAudit(world, 'channel_created', channelSubject(channel));
    if (body.startSync !== false) startRun(world, channel, 'connected');
    return viewChannel(world, channel);
  },

  updateChannel: (world, { params, body }) => {
    const channel = findChannel(world, params.channelId);
    if (channel.initialSyncDate === null) {
      throw invalidField('body.initialSyncDate', 'The Manual channel has no initial sync date.');
    }
    assertInitialSyncDate(world, body.initialSyncDate);
    if (body.initialSyncDate === channel.initialSyncDate) return viewChannel(world, channel);
    if (lastSuccess(world, channel) && body.initialSyncDate > channel.initialSyncDate) {
      throw new ProblemError('initial_sync_date_locked');
    }
    assertNotSyncing(world, channel);
    channel.initialSyncDate = body.initialSyncDate;
    applyInitialSyncDate(world, channel);
    recordAudit(world, 'initial_sync_date_moved', channelSubject(channel));
    return viewChannel(world, channel);
  },
};

function findFreeConnection(world: World, body: CreateChannel): ConnectionRecord {
  const connection = world.connections.find(({ id }) => id === body.connectionId);
  if (connection?.status !== 'connected') throw new ProblemError('connection_unavailable');
  const existing = world.channels.find(({ connectionId }) => connectionId === connection.id);
  if (existing) throw new ProblemError('channel_exists', { channelId: existing.id });
  return connection;
}

function assertInitialSyncDate(world: World, date: string): void {
  const path = 'body.initialSyncDate';
  if (date > world.today()) throw invalidField(path, 'The initial sync date cannot be in the future.');
  const earliestDate = world.context.earliestInitialSyncDate;
  if (earliestDate !== null && date < earliestDate) {
    throw invalidField(path, `The earliest date is ${earliestDate}.`, { earliestDate });
  }
}
