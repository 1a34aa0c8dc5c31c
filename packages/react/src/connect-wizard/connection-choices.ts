import type { Channel, Connection } from '@sales-channels/contract';
import { signsInHere } from '../authorization-window/signs-in-here.ts';

/** Why a connection cannot be picked. */
export type Obstacle =
  'has_channel' | 'has_inactive_channel' | 'reconnect_required' | 'disconnected' | 'unknown';

export interface ConnectionChoice {
  connection: Connection;
  obstacle: Obstacle | null;
  /** A sign-in here would make it one to pick. */
  canReconnect: boolean;
  /** The inactive channel it has, which can be activated. */
  inactiveChannelId: string | null;
}

const obstacleOf = ({ channelId, status }: Connection, isInactive: boolean): Obstacle | null => {
  if (channelId !== null) return isInactive ? 'has_inactive_channel' : 'has_channel';
  return status === 'connected' ? null : status;
};

const choiceOf = (connection: Connection, channels: readonly Channel[]): ConnectionChoice => {
  const { channelId } = connection;
  const isInactive = channels.some(({ id, isActive }) => id === channelId && !isActive);
  const obstacle = obstacleOf(connection, isInactive);
  const needsSignIn = obstacle === 'reconnect_required' || obstacle === 'disconnected';
  return {
    connection,
    obstacle,
    canReconnect: needsSignIn && signsInHere(connection),
    inactiveChannelId: isInactive ? channelId : null,
  };
};

/** The connections as a picker offers them, in the order they came. Without the channels none is known to be inactive. */
export const connectionChoices = (
  connections: readonly Connection[],
  channels: readonly Channel[] = [],
): ConnectionChoice[] => connections.map((connection) => choiceOf(connection, channels));

/** Connections that take a place in the plan. */
export const countLive = (connections: readonly Connection[]): number =>
  connections.filter(({ status }) => status !== 'disconnected').length;
