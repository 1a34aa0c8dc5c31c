import { setTimeout as wait } from 'node:timers/promises';
import type { Channel, Run, SalesTotals } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { Big } from 'big.js';
import type { Business } from '../rig/business.ts';
import { createBusiness } from '../rig/business.ts';
import { SignInFailed } from '../rig/sign-in.ts';
import { addDays } from '../rig/calendar.ts';
import type { Company } from '../rig/company.ts';
import { createCompany } from '../rig/company.ts';
import { compareWithTruth } from '../truth/compare-with-truth.ts';
import type { Facts } from '../truth/facts.ts';
import type { Change } from '../truth/read-feed.ts';
import { readWholeFeed } from '../truth/read-feed.ts';
import type { Lane } from './lane.ts';
import { YEAR } from './lane.ts';

export const FIRST_FLOOR = `${YEAR}-01-01`;
const SETTLE_MS = 90_000;

/** What the API may answer to somebody whose business is in whatever state the commands before have left it. */
const EXPECTED = new Set([
  'sync_in_progress',
  'reconnect_required',
  'connection_unavailable',
  'channel_inactive',
  'not_in_plan',
  'plan_required',
  'sales_tracking_disabled',
  'initial_sync_date_locked',
  'connection_limit_reached',
]);

export type World = Awaited<ReturnType<typeof createWorld>>;

interface WorldOptions {
  documents?: { invoices: number; salesReceipts: number; creditMemos: number };
  /** Done between signing in and the first sync. */
  before?: (company: Company) => Promise<void>;
}

/** A business with one company, and a reader of its feed. Each sequence of commands has its own. */
export async function createWorld(
  lane: Lane,
  number: number,
  {
    documents = { invoices: 5, salesReceipts: 3, creditMemos: 2 },
    before = async () => {},
  }: WorldOptions = {},
) {
  await lane.reset();
  const realmId = `93414600${String(10_000_000 + number)}`;
  const company: Company = await createCompany(lane.control, lane.emulatorUrl, {
    realmId,
    documents,
    from: addDays(FIRST_FLOOR, -60),
    to: addDays(FIRST_FLOOR, 38),
    seed: number,
  });
  let isAllowed = true;
  const open = (): Business =>
    createBusiness({
      id: `business-${number}`,
      realmId,
      publicUrl: lane.url,
      serverUrl: () => lane.url,
      session: () => ({
        entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: isAllowed ? 1 : 0 },
      }),
    });
  let business = open();
  const seen = new Map<string, Facts['state']>();
  const reader = { cursor: undefined as string | undefined, sales: new Map<string, Change>() };

  await business.client.setSalesTracking({ body: { enabled: true } });
  const connectionId = await business.connect();
  await before(company);
  await business.open(connectionId, FIRST_FLOOR);

  /** Does what may be refused for a reason that is known. */
  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!isExpected(error)) throw error;
    }
  }

  const ask = async () => {
    const { id } = await business.channel();
    await attempt(() => business.client.syncChannel({ params: { channelId: id } }));
  };

  /** Until no run is open. */
  async function idle(): Promise<Channel> {
    for (;;) {
      const channel = await business.channel();
      if (!channel.currentRun) return channel;
      await wait(30);
    }
  }

  async function setPlan(allowed: boolean): Promise<void> {
    if (allowed === isAllowed) return;
    isAllowed = allowed;
    // The next session says so.
    business = open();
    await business.client.getContext();
  }

  /** Signs in where that is needed. */
  async function connect(): Promise<void> {
    const [connection] = (await business.client.listConnections()).items;
    if (connection?.status === 'connected') return;
    const isEnded = connection === undefined || connection.status === 'disconnected';
    await attempt(() => business.connect(isEnded ? undefined : connection.id));
  }

  /** Undoes what keeps the channel from syncing. */
  async function repair({ id, isActive }: Channel): Promise<void> {
    await connect();
    if (!isActive) await attempt(() => business.client.activateChannel({ params: { channelId: id } }));
  }

  /** Until a sync that began after everything else has succeeded. */
  async function settle(): Promise<void> {
    await clearFaults(lane);
    await setPlan(true);
    // Late commits become visible, and pauses end.
    await lane.advance(90);
    let fresh: string | null = null;
    let last: Channel | null = null;
    for (const deadline = Date.now() + SETTLE_MS; Date.now() < deadline; await wait(15)) {
      const channel = await business.channel();
      last = channel;
      if (channel.currentRun) continue;
      if (fresh !== null && channel.lastRun?.id === fresh && channel.lastRun.state === 'succeeded') return;
      await repair(channel);
      const { id } = channel;
      fresh = await business.client.syncChannel({ params: { channelId: id } }).then(
        (run) => run.id,
        (error: unknown) => {
          if (isExpected(error)) return null;
          throw error;
        },
      );
    }
    throw new Error(`The channel does not settle: ${JSON.stringify(last)}`);
  }

  async function follow(): Promise<void> {
    for (let hasMore = true; hasMore;) {
      const query = { limit: 7, ...(reader.cursor !== undefined && { after: reader.cursor }) };
      const page = await business.client.listChanges({ query });
      ({ cursor: reader.cursor, hasMore } = page);
      for (const change of page.items) reader.sales.set(change.sale.id, change);
    }
  }

  /** All that is not as it should be, in words. */
  async function compare(): Promise<string[]> {
    const channel = await business.channel();
    const stored = await readWholeFeed(business.client);
    const { differences } = compareWithTruth({
      truth: await company.truth(),
      history: company.history,
      stored,
      floor: channel.initialSyncDate ?? '',
      seen,
    });
    await follow();
    const mine = [...reader.sales.values()].sort((one, other) => one.sequence - other.sequence);
    if (JSON.stringify(mine) !== JSON.stringify(stored))
      differences.push(
        `The reader of the feed has ${mine.length} sales, ${stored.length} are stored, or they differ.`,
      );
    stored.forEach(({ sequence }, index) => {
      if (index > 0 && sequence <= (stored[index - 1]?.sequence ?? 0))
        differences.push(`The feed goes from ${stored[index - 1]?.sequence} to ${sequence}.`);
    });
    differences.push(...compareTotals(stored, await business.client.getSalesTotals({ query: {} })));
    differences.push(...compareChannel(channel), ...lane.takeProblems());
    return differences;
  }

  async function settleAndCompare(): Promise<string[]> {
    await settle();
    return compare();
  }

  return {
    lane,
    company,
    attempt,
    ask,
    connect,
    setPlan,
    business: () => business,
    channel: () => business.channel(),
    idle,
    /** Asks for a sync and waits for its end. */
    async sync(): Promise<Run | null> {
      await idle();
      await ask();
      return (await idle()).lastRun;
    },
    follow,
    /** @returns what is wrong once everything has come to rest, in words */
    settleAndCompare,
    /** @throws Error saying what is wrong then */
    async prove(): Promise<void> {
      const differences = await settleAndCompare();
      if (differences.length > 0) throw new Error(differences.join('\n'));
    },
  };
}

const isExpected = (error: unknown): boolean =>
  error instanceof SignInFailed || (error instanceof ApiProblem && EXPECTED.has(error.code));

async function clearFaults({ emulatorUrl }: Lane): Promise<void> {
  await fetch(`${emulatorUrl}/control/faults`, { method: 'DELETE' });
}

function compareTotals(stored: readonly Change[], told: SalesTotals): string[] {
  const counted = stored
    .map(({ sale }) => sale)
    .filter(({ state, outOfRange }) => state === 'active' && !outOfRange);
  const sums = new Map<string, Big>();
  for (const { currency, total } of counted)
    sums.set(currency, (sums.get(currency) ?? new Big(0)).plus(total));
  const wrong = told.totals.filter(({ currency, total }) => !sums.get(currency)?.eq(total));
  return wrong.length > 0 || told.totals.length !== sums.size || told.count !== counted.length
    ? [
        `The totals are ${JSON.stringify(told)}, the sales add up to ${JSON.stringify([...sums])}, ${counted.length} of them.`,
      ]
    : [];
}

function compareChannel({ status, currentRun, verification, attention }: Channel): string[] {
  const said = `The channel is ${status} with ${JSON.stringify({ attention, verification })}.`;
  const wrong = Object.values(verification?.documents ?? {}).filter(
    ({ expected, stored, errors }) => expected !== stored + errors,
  );
  return status === 'up_to_date' && !currentRun && wrong.length === 0 ? [] : [said];
}
