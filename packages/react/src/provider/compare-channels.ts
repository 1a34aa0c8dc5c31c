import type { Channel, Run } from '@sales-channels/contract';
import type { ChannelList } from '../queries/channels.ts';

interface Difference {
  /** Runs that ended since the list before, also ones that were never seen running. */
  finished: { run: Run; channel: Channel }[];
  /** Channels that need a sign-in and did not before; all that need one when there was no list before. */
  needReconnect: Channel[];
}

/** What happened between two lists of the channels of one business. */
export function compareChannels(previous: ChannelList | null, next: ChannelList): Difference {
  const before = new Map(previous?.items.map((channel) => [channel.id, channel]));
  const difference: Difference = { finished: [], needReconnect: [] };
  for (const channel of next.items) {
    const earlier = before.get(channel.id);
    const run = channel.lastRun;
    const isNewRun = run !== null && run.id !== earlier?.lastRun?.id;
    // A channel seen for the first time in a later list was made meanwhile: its run is news too.
    if (isNewRun && previous !== null) difference.finished.push({ run, channel });
    if (channel.status === 'reconnect_required' && earlier?.status !== 'reconnect_required') {
      difference.needReconnect.push(channel);
    }
  }
  return difference;
}
