import type { ProblemDetails } from '@sales-channels/contract';
import { ProblemError } from '../problem-error.ts';
import type { ChannelRecord, ConnectionRecord, World } from './world.ts';

/** True when the plan has room for the channel: the oldest active ones keep their places. */
export function isInPlan(world: World, channel: ChannelRecord): boolean {
  if (!world.context.entitlements.salesTracking.allowed) return false;
  const place = placeholders(world)
    .toSorted((a, b) => a.createdAt.localeCompare(b.createdAt))
    .indexOf(channel);
  return place < world.context.entitlements.maxAccountingConnections;
}

/** Throws `code` when no further accounting channel may be active. */
export function assertRoomForChannel(world: World, code: 'not_in_plan' | 'connection_limit_reached'): void {
  if (placeholders(world).length < world.context.entitlements.maxAccountingConnections) return;
  throw new ProblemError(code, limitOf(world));
}

/**
 * True when somebody may sign in: for a new connection, or one that was disconnected, all live ones take a place; for one whose
 * sign-in is over, those in use; for one that works, none.
 */
export function hasRoomForConnection(world: World, known: ConnectionRecord | null): boolean {
  const isResting = (id: string) =>
    world.channels.some(({ connectionId, isActive }) => connectionId === id && !isActive);
  const taking = world.connections.filter(({ id, status }) =>
    known?.status === 'reconnect_required'
      ? status === 'connected' && !isResting(id)
      : status !== 'disconnected',
  );
  const taken = known?.status === 'connected' ? 0 : taking.length;
  return taken < world.context.entitlements.maxAccountingConnections;
}

/** What a refusal says of the plan: how many it allows, and which plan allows more. */
export function limitOf(world: World): ProblemDetails {
  const { maxAccountingConnections: limit, moreConnectionsPlan } = world.context.entitlements;
  return { limit, ...(moreConnectionsPlan === undefined ? {} : { requiredPlan: moreConnectionsPlan }) };
}

/** Active channels that could sync: one without its connection takes no place. */
function placeholders(world: World): ChannelRecord[] {
  const isLive = (connectionId: string | null) =>
    world.connections.some(({ id, status }) => id === connectionId && status !== 'disconnected');
  return world.channels.filter(
    ({ type, isActive, connectionId }) => type === 'accounting' && isActive && isLive(connectionId),
  );
}
