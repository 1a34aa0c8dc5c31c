import type { AttentionCode, Channel, ChannelStatus, Connection, Run } from '@sales-channels/contract';
import { isInPlan } from './plan.ts';
import type { ChannelRecord, ConnectionRecord, World } from './world.ts';

/** The connection as the API shows it. */
export function viewConnection(world: World, connection: ConnectionRecord): Connection {
  return {
    ...connection,
    channelId: world.channels.find((channel) => channel.connectionId === connection.id)?.id ?? null,
  };
}

/** The channel as the API shows it. */
export function viewChannel(world: World, channel: ChannelRecord): Channel {
  const connection = world.connections.find(({ id }) => id === channel.connectionId) ?? null;
  const runs = world.runs.filter(({ run }) => run.channelId === channel.id);
  const lastRun = runs.findLast(({ work }) => work === null)?.run ?? null;
  const isOn = channel.isActive && world.context.salesTracking.enabled;
  const currentRun = runs.find(({ work }) => work !== null)?.run ?? null;
  const { connectionId: _, ...stored } = channel;
  return {
    ...stored,
    connection: connection && {
      id: connection.id,
      provider: connection.provider,
      providerName: connection.providerName,
      companyName: connection.companyName,
      ownership: connection.ownership,
    },
    status: isOn ? activeStatus(world, channel, connection, currentRun !== null) : 'inactive',
    attention: [...new Set([...channel.attention, ...attentionOf(lastRun)])],
    lastSyncedAt: lastSuccess(world, channel)?.endedAt ?? null,
    lastRun,
    currentRun,
    nextSyncAt: null,
    verification: null,
    providerCalls: null,
  };
}

function attentionOf(lastRun: Run | null): AttentionCode[] {
  const code = lastRun?.problem?.code;
  if (code === 'access_lost' || code === 'wrong_environment') return [code];
  return lastRun && lastRun.counts.errors > 0 ? ['document_errors'] : [];
}

/** The last run that imported all there was to import; null before the first. */
export function lastSuccess(world: World, channel: ChannelRecord) {
  const isSuccess = ['succeeded', 'completed_with_errors'];
  return (
    world.runs.findLast(({ run }) => run.channelId === channel.id && isSuccess.includes(run.state))?.run ??
    null
  );
}

function activeStatus(
  world: World,
  channel: ChannelRecord,
  connection: ConnectionRecord | null,
  isSyncing: boolean,
): ChannelStatus {
  if (channel.type === 'manual') return 'active';
  if (!isInPlan(world, channel)) return 'not_in_plan';
  if (connection === null || connection.status === 'disconnected') return 'disconnected';
  if (connection.status === 'reconnect_required') return 'reconnect_required';
  if (isSyncing) return 'syncing';
  const last = world.runs.findLast(({ run }) => run.channelId === channel.id)?.run;
  if (last?.state === 'failed') return 'sync_failed';
  if (last?.state === 'completed_with_errors') return 'completed_with_errors';
  return lastSuccess(world, channel) ? 'up_to_date' : 'never_synced';
}
