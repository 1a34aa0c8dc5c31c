import type { Connection } from './connection.ts';

type Place = Pick<Connection, 'id' | 'status'>;

/**
 * How many of the plan's connections are taken for somebody who signs in: all live ones for a new connection or one that was
 * disconnected; those in use for one whose sign-in is over, so that after a downgrade somebody may pick which goes on; none
 * for one that works.
 * @param resting connections whose sales channel is inactive.
 */
export function takenPlaces(
  connections: readonly Place[],
  known: Place | null,
  resting: ReadonlySet<string>,
): number {
  if (known?.status === 'connected') return 0;
  const isTaking = ({ id, status }: Place) =>
    known?.status === 'reconnect_required'
      ? status === 'connected' && !resting.has(id)
      : status !== 'disconnected';
  return connections.filter(isTaking).length;
}
