import { isInPlan } from './plan.ts';
import type { ChannelRecord, World } from './world.ts';

const MINUTE_MS = 60_000;
/** How long a sync that failed is left alone, by how many have failed in a row. */
const BACK_OFF_MINUTES = [5, 15, 60, 240];
const WAITS_FOR_SOMEBODY = ['reconnect_required', 'access_lost'];
/** What the provider reports is read once it has been quiet for this long. */
const QUIET_MS = 3000;

interface Due {
  at: number;
  trigger: 'schedule' | 'webhook';
}

/** When the channel next syncs by itself, and what for; null when it does not, and while a run is open. */
export function nextSync(world: World, channel: ChannelRecord): Due | null {
  if (!maySync(world, channel)) return null;
  const runs = world.runs.filter(({ run }) => run.channelId === channel.id);
  const last = runs.at(-1);
  if (last === undefined || last.work !== null) return null;
  const { state, problem, endedAt } = last.run;
  if (problem !== null && WAITS_FOR_SOMEBODY.includes(problem.code)) return null;
  const scheduled = { trigger: 'schedule' as const, at: Date.parse(endedAt ?? '') };
  if (state === 'failed') {
    if (problem?.availableAt !== undefined) return { ...scheduled, at: Date.parse(problem.availableAt) };
    const failures = runs.length - 1 - runs.findLastIndex(({ run }) => run.state !== 'failed');
    const pauseMs = (BACK_OFF_MINUTES[failures - 1] ?? Infinity) * MINUTE_MS;
    const waitMs = Math.min(pauseMs, world.syncEveryMs ?? Infinity);
    return Number.isFinite(waitMs) ? { ...scheduled, at: scheduled.at + waitMs } : null;
  }
  if (channel.reportedAt !== null)
    return { trigger: 'webhook', at: Math.max(Date.parse(channel.reportedAt) + QUIET_MS, scheduled.at) };
  return world.syncEveryMs === null ? null : { ...scheduled, at: scheduled.at + world.syncEveryMs };
}

function maySync(world: World, channel: ChannelRecord): boolean {
  const connection = world.connections.find(({ id }) => id === channel.connectionId);
  const isOn = channel.isActive && world.context.salesTracking.enabled;
  return isOn && connection?.status === 'connected' && isInPlan(world, channel);
}
