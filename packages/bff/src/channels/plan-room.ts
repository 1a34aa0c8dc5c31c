import type { Entitlements } from '@sales-channels/contract';
import type { Connection } from '../connections/connection.ts';
import { DomainError } from '../domain-error.ts';
import type { ChannelDocument } from './channel.model.ts';

type Place = Pick<ChannelDocument, '_id' | 'type' | 'isActive' | 'connectionId' | 'createdAt'>;
type Live = Pick<Connection, 'id' | 'status'>;

/** The active channels that could sync, oldest first: one without its connection takes no place. */
export function takenChannels<C extends Place>(channels: readonly C[], connections: readonly Live[]): C[] {
  const live = new Set(connections.filter(({ status }) => status !== 'disconnected').map(({ id }) => id));
  return channels
    .filter(
      ({ type, isActive, connectionId }) =>
        type === 'accounting' && isActive && live.has(connectionId?.toHexString() ?? ''),
    )
    .toSorted(
      (a, b) =>
        a.createdAt.getTime() - b.createdAt.getTime() || (a._id.toHexString() < b._id.toHexString() ? -1 : 1),
    );
}

/** True when the plan has room for the channel: beyond the limit the oldest keep their places. */
export function isInPlan(
  channelId: string,
  channels: readonly Place[],
  connections: readonly Live[],
  { salesTracking, maxAccountingConnections }: Entitlements,
): boolean {
  if (!salesTracking.allowed) return false;
  const place = takenChannels(channels, connections).findIndex(({ _id }) => _id.toHexString() === channelId);
  return place < maxAccountingConnections;
}

/** A refusal for want of room in the plan, naming how much there is and which plan has more. */
export function noRoom(
  code: 'not_in_plan' | 'connection_limit_reached',
  { maxAccountingConnections: limit, moreConnectionsPlan: requiredPlan }: Entitlements,
): DomainError {
  return new DomainError(code, { limit, ...(requiredPlan && { requiredPlan }) });
}
