import { ATTENTION_CODES } from '@sales-channels/contract';
import type { AttentionCode, Channel, ChannelStatus, Connection, Run } from '@sales-channels/contract';
import { nextSync } from './next-sync.ts';
import { isInPlan } from './plan.ts';
import { viewProviderCalls } from './provider-calls.ts';
import { isMismatch } from './verify.ts';
import type { ChannelRecord, ConnectionRecord, World } from './world.ts';

/** The connection as the API shows it. */
export function viewConnection(world: World, connection: ConnectionRecord): Connection {
  return {
    ...connection,
    authorizationEndsAt: connection.status === 'connected' ? connection.authorizationEndsAt : null,
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
  const { connectionId: _, reportedAt: _reportedAt, ...stored } = channel;
  const next = nextSync(world, channel);
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
    attention: attentionOf(world, channel, connection, lastRun),
    lastSyncedAt: lastSuccess(world, channel)?.endedAt ?? null,
    lastRun,
    currentRun,
    nextSyncAt: next && new Date(next.at).toISOString(),
    providerCalls: viewProviderCalls(world, channel),
  };
}

/** How long before its end somebody is asked to sign in again. */
const EXPIRES_SOON_MS = 30 * 86_400_000;

function attentionOf(
  world: World,
  channel: ChannelRecord,
  connection: ConnectionRecord | null,
  lastRun: Run | null,
): AttentionCode[] {
  const now = world.now().getTime();
  const { code, availableAt = null } = lastRun?.problem ?? {};
  const endsAt = connection?.status === 'connected' ? connection.authorizationEndsAt : null;
  const found: Record<AttentionCode, boolean> = {
    budget_reached: code === 'budget_reached' && (availableAt === null || Date.parse(availableAt) > now),
    access_lost: code === 'access_lost',
    wrong_environment: code === 'wrong_environment',
    count_mismatch: isMismatch(channel.verification),
    authorisation_expires_soon: endsAt !== null && Date.parse(endsAt) - now <= EXPIRES_SOON_MS,
    document_errors: (lastRun?.counts.errors ?? 0) > 0,
  };
  return ATTENTION_CODES.filter((attention) => found[attention] || channel.attention.includes(attention));
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
