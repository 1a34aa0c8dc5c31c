import { usageOfThisProcess } from '../measures/process-usage.ts';
import type { Place, Side, SideName } from '../sides/side.ts';
import { answerTasks } from './answer-tasks.ts';

/** Each is loaded only where it runs, so that a process holds the memory of its own side and no other. */
const sides: Record<SideName, () => Promise<(place: Place) => Promise<Side>>> = {
  ours: async () => (await import('../sides/ours.ts')).openOurs,
  floor: async () => (await import('../baselines/floor.ts')).openFloor,
  tuned: async () => (await import('../baselines/node-quickbooks-tuned.ts')).openTuned,
  tunedSideBySide: async () => (await import('../baselines/node-quickbooks-tuned.ts')).openTunedSideBySide,
  loop: async () => (await import('../baselines/node-quickbooks-loop.ts')).openLoop,
};

let side: Side | undefined;
const opened = (): Side => {
  if (!side) throw new Error('The side was not opened.');
  return side;
};

const tasks = {
  open: async ({ name, place }: { name: SideName; place: Place }) => {
    const open = await sides[name]();
    side = await open(place);
  },
  backfill: (accessToken: string) => opened().backfill(accessToken),
  increment: (accessToken: string) => opened().increment(accessToken),
  usage: async () => usageOfThisProcess(),
  close: () => opened().close(),
};
export type SideTasks = typeof tasks;
answerTasks(tasks);
