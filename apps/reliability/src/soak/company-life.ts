import { setTimeout as wait } from 'node:timers/promises';
import type { Business } from '../rig/business.ts';
import type { Company } from '../rig/company.ts';
import { mutate } from '../rig/mutate.ts';
import type { Random } from '../rig/random.ts';

/** A company and the business that follows it. */
export interface Pair {
  business: Business;
  company: Company;
  /** Whether its channel is there. */
  isOpen: boolean;
}

/** Starts what goes on all the time while servers die: people at work in the companies, and others who ask for syncs. */
export function liveOn(pairs: readonly Pair[], floor: string, random: Random) {
  const over = new AbortController();
  const counts = { mutations: 0, asked: 0, reconnected: 0 };
  const active = () => pairs.filter(({ isOpen }) => isOpen);

  async function work(): Promise<void> {
    while (!over.signal.aborted) {
      const open = active();
      if (open.length > 0) {
        await mutate(random.pick(open).company, random, floor);
        counts.mutations += 1;
      }
      await wait(40);
    }
  }

  async function ask({ business }: Pair): Promise<void> {
    const channel = await business.channel();
    if (channel.status === 'reconnect_required') {
      await business.connect(channel.connection?.id);
      counts.reconnected += 1;
    } else if (!channel.currentRun) {
      await business.client.syncChannel({ params: { channelId: channel.id } });
      counts.asked += 1;
    }
  }

  async function askAll(): Promise<void> {
    while (!over.signal.aborted) {
      // A server may die with the question: then the next round asks again.
      await Promise.all(active().map((pair) => ask(pair).catch(() => undefined)));
      await wait(150);
    }
  }

  const going = [work(), askAll()];
  return {
    counts,
    async stop(): Promise<void> {
      over.abort();
      await Promise.all(going);
    },
  };
}
