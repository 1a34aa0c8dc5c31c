import type { Connection } from './connection.ts';

/**
 * How many of the plan's connections are taken for somebody who signs in: all live ones for a new connection or one that was
 * disconnected; those that work for one whose sign-in is over, so that after a downgrade somebody may pick which goes on; none
 * for one that works.
 */
export function takenPlaces(
  connections: readonly Pick<Connection, 'id' | 'status'>[],
  known: Pick<Connection, 'id' | 'status'> | null,
): number {
  if (known?.status === 'connected') return 0;
  const isTaking = ({ status }: Pick<Connection, 'status'>) =>
    known?.status === 'reconnect_required' ? status === 'connected' : status !== 'disconnected';
  return connections.filter(isTaking).length;
}
