import type { ChangeEvent } from './change-event.ts';

/**
 * The events of the notifications to send, in the order of sending. Out of order means newest first, in two
 * notifications where there is enough to tell, so that a client sees both kinds of disorder.
 */
export function groupEvents(
  events: readonly ChangeEvent[],
  order: 'occurrence' | 'reversed',
): readonly (readonly ChangeEvent[])[] {
  if (order === 'occurrence' || events.length < 2) return [events];
  const newestFirst = events.toReversed();
  const half = Math.ceil(newestFirst.length / 2);
  return [newestFirst.slice(0, half), newestFirst.slice(half)];
}
