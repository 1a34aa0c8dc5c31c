import { ProblemError } from '../problem-error.ts';
import type { ChannelRecord, World } from '../world/world.ts';

/** Throws `not_found` for an id that is none of the business' channels. */
export function findChannel(world: World, channelId: string): ChannelRecord {
  const channel = world.channels.find(({ id }) => id === channelId);
  if (channel === undefined) throw new ProblemError('not_found');
  return channel;
}

/** Throws `sync_in_progress`, naming the run, while one has not ended. */
export function assertNotSyncing(world: World, channel: ChannelRecord): void {
  const current = world.runs.find(({ run, work }) => run.channelId === channel.id && work !== null);
  if (current) throw new ProblemError('sync_in_progress', { runId: current.run.id });
}
