import { nextSync } from './next-sync.ts';
import { startRun } from './runs.ts';
import type { World } from './world.ts';

/** Starts the first of the syncs whose time has come. @returns whether there was one. */
export function startDueRun(world: World): boolean {
  const [first] = world.channels
    .map((channel) => ({ channel, due: nextSync(world, channel) }))
    .filter(({ due }) => due !== null && due.at <= world.now().getTime())
    .toSorted((a, b) => (a.due?.at ?? 0) - (b.due?.at ?? 0));
  if (!first?.due) return false;
  startRun(world, first.channel, first.due.trigger, { requestedAtMs: first.due.at });
  return true;
}
