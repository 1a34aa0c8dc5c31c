import { setTimeout as wait } from 'node:timers/promises';
import type { Moment } from '../rig/moments.ts';
import type { Random } from '../rig/random.ts';
import type { createPairs } from './pairs.ts';
import type { Phase } from './phases.ts';
import { PHASES } from './phases.ts';
import type { Rig } from './start-rig.ts';

const PATIENCE_MS = 90_000;

interface KillOptions {
  rig: Rig;
  companies: ReturnType<typeof createPairs>;
  random: Random;
}

/** Makes the function that kills a server at one of a phase's moments, and lets it come back. */
export function createKill({ rig, companies, random }: KillOptions) {
  const { servers, calls, leases, control } = rig;
  const restarts = new Set<Promise<void>>();

  /** Sees to it that there will be such a moment. */
  async function provide(phase: Phase): Promise<void> {
    if (phase === 'refresh') {
      // Within a day the refresh token stays as it is; after it, each refresh ends the one before.
      await control('clock', { advanceSeconds: random.chance(0.5) ? 3700 : 90_000 });
    }
    const isReading = companies.pairs.some(({ company }) => calls.isReading(company.realmId));
    if ((phase === 'fetch' && !isReading) || companies.pairs.length === 0)
      companies.openNext().catch((error: unknown) => process.stderr.write(`${String(error)}\n`));
  }

  return {
    /** @returns the moment at which one was killed; null when it did not come in time. */
    async at(phase: Phase): Promise<Moment | null> {
      while (servers.ready().length < Math.min(2, servers.count)) await wait(20);
      const moment: Moment = random.pick<Moment>(PHASES[phase]);
      const skip = phase === 'refresh' ? 0 : random.below(3);
      let timer: NodeJS.Timeout | undefined;
      const killed = await new Promise<number | null>((resolve) => {
        servers.set({ moment, skip, sprung: resolve });
        timer = setTimeout(() => resolve(null), PATIENCE_MS);
        void provide(phase);
      });
      clearTimeout(timer);
      servers.set(null);
      if (killed === null) return null;
      calls.killed(killed);
      await leases.expire(killed);
      const restart: Promise<void> = servers.restart(killed).finally(() => restarts.delete(restart));
      restarts.add(restart);
      return moment;
    },
    /** Until all are back. */
    allBack: async (): Promise<void> => void (await Promise.all(restarts)),
  };
}
