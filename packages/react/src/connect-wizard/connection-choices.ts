import type { Connection } from '@sales-channels/contract';
import { signsInHere } from '../authorization-window/signs-in-here.ts';

/** Why a connection cannot be picked. */
export type Obstacle = 'has_channel' | 'reconnect_required' | 'disconnected' | 'unknown';

export interface ConnectionChoice {
  connection: Connection;
  obstacle: Obstacle | null;
  /** A sign-in here would make it one to pick. */
  canReconnect: boolean;
}

const obstacleOf = ({ channelId, status }: Connection): Obstacle | null => {
  if (channelId !== null) return 'has_channel';
  return status === 'connected' ? null : status;
};

const choiceOf = (connection: Connection): ConnectionChoice => {
  const obstacle = obstacleOf(connection);
  const needsSignIn = obstacle === 'reconnect_required' || obstacle === 'disconnected';
  return { connection, obstacle, canReconnect: needsSignIn && signsInHere(connection) };
};

/** The connections as a picker offers them, in the order they came. */
export const connectionChoices = (connections: readonly Connection[]): ConnectionChoice[] =>
  connections.map(choiceOf);

/** Connections that take a place in the plan. */
export const countLive = (connections: readonly Connection[]): number =>
  connections.filter(({ status }) => status !== 'disconnected').length;
