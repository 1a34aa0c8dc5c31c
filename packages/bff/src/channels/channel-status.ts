import type { AttentionCode, ChannelStatus } from '@sales-channels/contract';
import type { Connection } from '../connections/connection.ts';
import type { ChannelDocument } from './channel.model.ts';

type Facts = Pick<ChannelDocument, 'type' | 'isActive' | 'run' | 'lastRun' | 'lastSyncedAt'> & {
  connection: Pick<Connection, 'status'> | null;
  isSalesTrackingEnabled: boolean;
  isInPlan: boolean;
};

/** The one status a channel shows: the first that applies. It is derived here from the facts and stored nowhere. */
export function channelStatus(facts: Facts): ChannelStatus {
  if (!facts.isActive || !facts.isSalesTrackingEnabled) return 'inactive';
  if (facts.type === 'manual') return 'active';
  if (!facts.isInPlan) return 'not_in_plan';
  if (!facts.connection || facts.connection.status === 'disconnected') return 'disconnected';
  if (facts.connection.status === 'reconnect_required') return 'reconnect_required';
  if (facts.run) return 'syncing';
  if (facts.lastRun?.state === 'failed') return 'sync_failed';
  if (facts.lastRun?.state === 'completed_with_errors') return 'completed_with_errors';
  return facts.lastSyncedAt ? 'up_to_date' : 'never_synced';
}

/** What needs somebody's attention beside the status. */
export function channelAttention({ lastRun }: Pick<ChannelDocument, 'lastRun'>): AttentionCode[] {
  const codes: AttentionCode[] = [];
  if (lastRun?.problem?.code === 'access_lost') codes.push('access_lost');
  if (lastRun?.problem?.code === 'wrong_environment') codes.push('wrong_environment');
  if (lastRun && lastRun.counts.errors > 0) codes.push('document_errors');
  return codes;
}
