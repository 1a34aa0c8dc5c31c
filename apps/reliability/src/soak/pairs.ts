import { writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { createBusiness } from '../rig/business.ts';
import { addDays } from '../rig/calendar.ts';
import { createCompany } from '../rig/company.ts';
import type { Random } from '../rig/random.ts';
import type { Pair } from './company-life.ts';
import type { Rig } from './start-rig.ts';

/** More than two pages of one kind of document, more than one of another, less than one of the third. */
const LARGE = { invoices: 2150, salesReceipts: 1080, creditMemos: 140 };
const SMALL = { invoices: 1060, salesReceipts: 60, creditMemos: 20 };

/** Companies that are connected one after the other, whenever a first reading is wanted. */
export function createPairs(
  rig: Rig,
  { floor, random, seed, isLarge }: { floor: string; random: Random; seed: number; isLarge: boolean },
) {
  const pairs: Pair[] = [];
  let opening: Promise<void> | null = null;
  writeFileSync(`${rig.directory}/businesses.json`, '[]');

  async function open(): Promise<void> {
    const number = pairs.length + 1;
    const realmId = `93414500000${String(10_000 + number)}`;
    const company = await createCompany(rig.control, rig.emulatorUrl, {
      realmId,
      documents: isLarge ? LARGE : SMALL,
      from: addDays(floor, -30),
      to: addDays(floor, 330),
      seed: seed + number,
    });
    const business = createBusiness({
      id: `business-${number}`,
      realmId,
      publicUrl: rig.publicUrl,
      serverUrl: () => random.pick(rig.servers.ready()).url,
    });
    const pair: Pair = { business, company, isOpen: false };
    pairs.push(pair);
    writeFileSync(
      `${rig.directory}/businesses.json`,
      JSON.stringify(pairs.map(({ business: { id } }) => id)),
    );
    await insist(async () => {
      await business.client.setSalesTracking({ body: { enabled: true } });
      const [connection] = (await business.client.listConnections()).items;
      const id = connection?.status === 'connected' ? connection.id : await business.connect();
      const there = (await business.client.listChannels()).items.some(({ type }) => type === 'accounting');
      if (!there) await business.open(id, floor);
    });
    pair.isOpen = true;
  }

  return {
    pairs: pairs as readonly Pair[],
    /** Begins with another company unless one is at its beginning already. */
    openNext(): Promise<void> {
      opening ??= open().finally(() => (opening = null));
      return opening;
    },
  };
}

/** Somebody whose server dies before the answer tries again. */
async function insist(work: () => Promise<void>, times = 30): Promise<void> {
  for (let left = times; ; left -= 1) {
    try {
      return await work();
    } catch (error) {
      if (left === 0) throw error;
      await wait(300);
    }
  }
}
