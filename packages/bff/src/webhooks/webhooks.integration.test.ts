import type { Channel } from '@sales-channels/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, testSession } from '../testing/start-test-bff.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const MINUTE = 60_000;
const many = testSession({
  entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 99 },
});
const { business, restart, sync } = useSyncedBusiness();
let now: number;
let atHost: ReturnType<typeof hostConnection>[];
let channels: Channel[];

/** Channels on some companies, each synced once. */
async function begin(realms: readonly string[], options: Parameters<typeof restart>[0] = {}): Promise<void> {
  now = Date.now();
  atHost = realms.map((realmId) => hostConnection(realmId));
  const clock = () => new Date(now);
  await restart({
    provider: createScriptedProvider({ now: clock }),
    connections: { brightwater: atHost },
    session: many,
    clock,
    ...options,
  });
  const { client } = business.test;
  await client.setSalesTracking({ body: { enabled: true } });
  channels = [];
  for (const { id: connectionId } of (await client.listConnections()).items) {
    const body = {
      type: 'accounting',
      connectionId,
      initialSyncDate: '2026-01-01',
      startSync: false,
    } as const;
    const channel = await client.createChannel({ body });
    await sync(channel.id);
    channels.push(channel);
  }
  now += MINUTE;
}
const channel = (index = 0): Channel => channels[index] as Channel;
const tell = (realmIds: readonly string[], changedAt: Date | null = new Date(now), signature = 'valid') =>
  fetch(`${business.test.baseUrl}/webhooks/scripted`, {
    method: 'POST',
    headers: { 'scripted-signature': signature },
    body: JSON.stringify(realmIds.map((realmId) => ({ realmId, changedAt }))),
  });
const get = ({ id }: Channel) => business.test.client.getChannel({ params: { channelId: id } });
const secondsUntilNext = async (of = channel()) => {
  const { nextSyncAt } = await get(of);
  return nextSyncAt === null ? null : (Date.parse(nextSyncAt) - now) / 1000;
};
const runsOf = async ({ id }: Channel) =>
  (await business.test.client.listRuns({ params: { channelId: id }, query: { limit: 50 } })).items;
async function ended(of: Channel, count: number): Promise<void> {
  const endedRuns = async () => (await runsOf(of)).filter(({ endedAt }) => endedAt);
  await expect.poll(endedRuns, { timeout: 20_000 }).toHaveLength(count);
}
const look = async () => {
  await business.test.bff.worker.stop();
  await business.test.bff.worker.start();
};
/** Everything stored, the queue of wake-ups included. */
async function everything(): Promise<string> {
  const collections = await business.test.database.db!.listCollections().toArray();
  const names = collections.map(({ name }) => name).toSorted();
  return JSON.stringify(
    await Promise.all(names.map((name) => business.test.database.collection(name).find().toArray())),
  );
}

beforeEach(() => begin(['r1']));

describe('a provider that tells of changes', () => {
  it('E-14 E-12 has a channel sync within seconds, without anybody asking', async () => {
    await begin(['r1'], { clock: () => new Date() });
    business.provider.documents = [scriptedSale('1', { updatedAt: new Date() })];
    const before = performance.now();
    expect((await tell(['r1'], new Date())).status).toBe(200);
    expect(performance.now() - before).toBeLessThan(3000);
    await ended(channel(), 2);
    expect(performance.now() - before).toBeLessThan(25_000);
    expect((await runsOf(channel()))[0]).toMatchObject({
      trigger: 'webhook',
      requestedBy: null,
      state: 'succeeded',
      counts: { created: 1 },
    });
    expect(Date.parse((await get(channel())).nextSyncAt ?? '') - Date.now()).toBeGreaterThan(300 * MINUTE);
  });

  it('E-14 gathers what comes within three seconds, and what comes later does not put that off', async () => {
    for (let told = 0; told < 5; told += 1) {
      await tell(['r1']);
      expect(await secondsUntilNext()).toBe(3 - told * 0.5);
      now += 500;
    }
    now += 500;
    await look();
    await ended(channel(), 2);
  });

  it('E-14 passes over what a channel has read already: repeated, replayed or late', async () => {
    const at = new Date(now);
    await tell(['r1'], at);
    now += 3000;
    await look();
    await ended(channel(), 2);
    await business.test.bff.worker.stop();
    now += MINUTE;
    const [stored, calls] = [await everything(), business.provider.calls.length];
    for (const changedAt of [at, new Date(at.getTime() - 86_400_000)])
      expect((await tell(['r1'], changedAt)).status).toBe(200);
    await Promise.all(Array.from({ length: 100 }, () => tell(['r1', 'r1'], at)));
    expect(await everything()).toBe(stored);
    expect(business.provider.calls).toHaveLength(calls);
  });

  it('E-14 takes a change without a time for a new one', async () => {
    await tell(['r1'], null);
    expect(await secondsUntilNext()).toBe(3);
  });

  it('E-14 runs once for a flood of 500 true notifications', async () => {
    const statuses = await Promise.all(Array.from({ length: 500 }, async () => (await tell(['r1'])).status));
    expect(new Set(statuses)).toEqual(new Set([200]));
    now += 3000;
    const calls = business.provider.calls.length;
    await look();
    await ended(channel(), 2);
    await look();
    expect(await runsOf(channel())).toHaveLength(2);
    expect(business.provider.calls.slice(calls).filter(({ kind }) => kind === 'changes')).toHaveLength(1);
  });

  it('U-01 changes nothing and asks nothing for 500 forged ones', async () => {
    await business.test.bff.worker.stop();
    const [stored, calls] = [await everything(), business.provider.calls.length];
    const statuses = await Promise.all(
      Array.from({ length: 500 }, async () => (await tell(['r1'], new Date(now), 'forged')).status),
    );
    expect(new Set(statuses)).toEqual(new Set([401]));
    expect(await everything()).toBe(stored);
    expect(business.provider.calls).toHaveLength(calls);
  });

  it('E-14 keeps what comes during a run for right after it', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    business.provider.before = () => held;
    const { id } = await business.test.client.syncChannel({ params: { channelId: channel().id } });
    await expect
      .poll(async () => (await business.test.client.getRun({ params: { runId: id } })).state)
      .toBe('running');
    now += MINUTE;
    await tell(['r1']);
    release();
    expect((await business.test.ended(id)).state).toBe('succeeded');
    expect(await secondsUntilNext()).toBe(3);
    now += 3000;
    await look();
    await ended(channel(), 3);
    expect((await runsOf(channel()))[0]?.trigger).toBe('webhook');
  });

  it('E-13 leaves a provider that has just failed alone until the next attempt', async () => {
    business.provider.before = () => {
      throw new ProviderError('unavailable', 'Come back later', { retryAfterMs: 86_400_000 });
    };
    await sync(channel().id);
    const planned = await secondsUntilNext();
    expect(planned).toBeGreaterThan(250);
    await tell(['r1']);
    expect(await secondsUntilNext()).toBe(planned);
  });
});

describe('what is told of several companies at once', () => {
  it('E-14 reaches each channel that may sync, and nothing else', async () => {
    const realms = ['healthy', 'inactive', 'expired', 'gone', 'another'];
    await begin(realms);
    const [healthy, inactive, expired, gone, another] = channels as [
      Channel,
      Channel,
      Channel,
      Channel,
      Channel,
    ];
    const { client } = business.test;
    await client.deactivateChannel({ params: { channelId: inactive.id } });
    atHost[2] = hostConnection('expired', { status: 'reconnect_required' });
    atHost.splice(3, 1);
    atHost.push(hostConnection('never'));
    const never = (await client.listConnections()).items.find(
      ({ companyName }) => companyName === 'Company never',
    );
    const unread = await client.createChannel({
      body: {
        type: 'accounting',
        connectionId: never?.id ?? '',
        initialSyncDate: '2026-01-01',
        startSync: false,
      },
    });

    const answer = await tell([...realms, 'never', 'of nobody', '', '__proto__']);
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
    expect(await secondsUntilNext(healthy)).toBe(3);
    expect(await secondsUntilNext(another)).toBe(3);
    for (const silent of [inactive, expired, gone, unread]) expect((await get(silent)).nextSyncAt).toBeNull();
    now += 3000;
    await look();
    await ended(healthy, 2);
    await ended(another, 2);
    for (const [silent, runs] of [
      [inactive, 1],
      [expired, 1],
      [gone, 1],
      [unread, 0],
    ] as const)
      expect(await runsOf(silent)).toHaveLength(runs);
  });

  it('E-14 answers well within three seconds for 1,000 changes in 30 companies', async () => {
    const realms = Array.from({ length: 30 }, (_, index) => `r${index}`);
    await begin(realms.slice(0, 3));
    const before = performance.now();
    expect((await tell(Array.from({ length: 1000 }, (_, index) => `r${index % 30}`))).status).toBe(200);
    expect(performance.now() - before).toBeLessThan(3000);
    for (const one of channels) expect(await secondsUntilNext(one)).toBe(3);
  });

  it('E-14 E-05 makes one run of it, whatever number of servers is told and looks', async () => {
    const siblings = await Promise.all([business.test.createSibling(), business.test.createSibling()]);
    await Promise.all(Array.from({ length: 20 }, () => tell(['r1'])));
    await business.test.bff.worker.stop();
    now += 3000;
    const calls = business.provider.calls.length;
    await Promise.all([business.test.bff, ...siblings].map(({ worker }) => worker.start()));
    await ended(channel(), 2);
    await Promise.all(siblings.map((sibling) => sibling.close()));
    await look();
    expect(await runsOf(channel())).toHaveLength(2);
    expect(business.provider.calls.slice(calls).filter(({ kind }) => kind === 'changes')).toHaveLength(1);
  });
});
