import type { RunRecord, Wake } from './channel.model.ts';

const MINUTE_MS = 60_000;
/** How long a sync that failed is left alone, by how many have failed in a row; after these the schedule's own pace. */
const BACK_OFF_MINUTES = [5, 15, 60, 240];
/** Where no later attempt helps: a person has to act first, and the channel then goes on by what they do. */
export const WAITS_FOR_SOMEBODY: readonly string[] = [
  'channel_inactive',
  'reconnect_required',
  'access_lost',
];

interface EndedRun {
  run: Pick<RunRecord, 'state' | 'problem'>;
  /** Runs that have failed in a row, this one included. */
  failures: number;
  /** What was asked for while the run was under way. */
  waiting: Wake | null;
  /** Null where there is no schedule. */
  syncEveryMinutes: number | null;
  now: Date;
  random?: () => number;
}

/** When a channel next syncs by itself, now that a run has ended; null when it does not. */
export function nextWake({
  run,
  failures,
  waiting,
  syncEveryMinutes,
  now,
  random = Math.random,
}: EndedRun): Wake | null {
  const { state, problem } = run;
  if (problem && WAITS_FOR_SOMEBODY.includes(problem.code))
    // Somebody has acted already, between the run's last look and its end.
    return waiting?.trigger === 'reconnection' ? waiting : null;
  if (state !== 'failed') return waiting ?? afterInterval(syncEveryMinutes, now, random);
  const regular = syncEveryMinutes ?? Infinity;
  const minutes = Math.min(BACK_OFF_MINUTES[failures - 1] ?? regular, regular);
  const again = problem?.availableAt
    ? whenAvailable(new Date(problem.availableAt), now, random)
    : Number.isFinite(minutes)
      ? after(minutes, now, random)
      : null;
  // What is told of meanwhile does not shorten the wait of a provider that has just failed.
  return again && { at: again, trigger: waiting?.trigger ?? 'schedule' };
}

/** The next of the regular syncs; null where there is no schedule. */
export function afterInterval(
  syncEveryMinutes: number | null,
  now: Date,
  random: () => number = Math.random,
): Wake | null {
  return syncEveryMinutes === null ? null : { at: after(syncEveryMinutes, now, random), trigger: 'schedule' };
}

/** Up to a tenth earlier or later, so that channels which once synced together do not for ever. */
const after = (minutes: number, now: Date, random: () => number): Date =>
  new Date(now.getTime() + minutes * MINUTE_MS * (0.9 + 0.2 * random()));

/** Never before that, and not all channels in the same second. */
const whenAvailable = (availableAt: Date, now: Date, random: () => number): Date =>
  new Date(Math.max(availableAt.getTime(), now.getTime()) + 10 * MINUTE_MS * random());
