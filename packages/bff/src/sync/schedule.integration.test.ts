import type { Channel, Run } from '@sales-channels/contract';
import { beforeEach, describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, testSession } from '../testing/start-test-bff.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const MINUTE = 60_000;
const { business, restart, sync } = useSyncedBusiness();
let now: number;
let atHost: ReturnType<typeof hostConnection>[];
const clock = () => new Date(now);
const begin = (options: Parameters<typeof restart>[0] = {}) =>
  restart({
    provider: createScriptedProvider({ now: clock }),
    connections: { brightwater: atHost },
    clock,
    syncEveryMinutes: 60,
    ...options,
  });

beforeEach(async () => {
  now = Date.now();
  atHost = [hostConnection('r1')];
  await begin();
});

/** A server that has been away looks around when it starts. */
async function look(): Promise<void> {
  await business.test.bff.worker.stop();
  await business.test.bff.worker.start();
}
const get = ({ id }: Channel) => business.test.client.getChannel({ params: { channelId: id } });
const runsOf = async ({ id }: Channel) =>
  (await business.test.client.listRuns({ params: { channelId: id }, query: { limit: 50 } })).items;
const minutesUntilNext = async (channel: Channel) => {
  const { nextSyncAt } = await get(channel);
  return nextSyncAt === null ? null : (Date.parse(nextSyncAt) - now) / MINUTE;
};
async function ended(channel: Channel, count: number): Promise<Run[]> {
  const endedRuns = async () => (await runsOf(channel)).filter(({ endedAt }) => endedAt);
  await expect.poll(endedRuns, { timeout: 10_000 }).toHaveLength(count);
  return runsOf(channel);
}
async function synced(): Promise<Channel> {
  const channel = await business.test.openChannel();
  await sync(channel.id);
  return channel;
}
/** As it was stored before there was a schedule. */
const makeOld = (channel: Channel) =>
  business.test.database
    .collection<{ _id: unknown; wake: unknown; failures: number }>('channels')
    .updateOne({ name: channel.name }, { $unset: { wake: 1, failures: 1 } });

describe('the schedule', () => {
  it('E-14 E-12 syncs an interval later by itself, again and again', async () => {
    const channel = await synced();
    expect(await minutesUntilNext(channel)).toSatisfy((minutes: number) => minutes >= 54 && minutes <= 66);
    now += 53 * MINUTE;
    await look();
    expect(await runsOf(channel)).toHaveLength(1);

    business.provider.documents = [scriptedSale('1', { updatedAt: clock() })];
    now += 14 * MINUTE;
    await look();
    expect((await ended(channel, 2))[0]).toMatchObject({
      trigger: 'schedule',
      requestedBy: null,
      state: 'succeeded',
      counts: { created: 1 },
    });
    expect(await minutesUntilNext(channel)).toSatisfy((minutes: number) => minutes >= 54 && minutes <= 66);
    now += 67 * MINUTE;
    await look();
    await ended(channel, 3);
  });

  it('E-14 catches up once after days of standstill, whatever number of servers comes back', async () => {
    const channel = await synced();
    await business.test.bff.worker.stop();
    const siblings = await Promise.all(Array.from({ length: 4 }, () => business.test.createSibling()));
    now += 5 * 24 * 60 * MINUTE;
    const calls = business.provider.calls.length;
    await Promise.all([business.test.bff, ...siblings].map(({ worker }) => worker.start()));
    await ended(channel, 2);
    await Promise.all(siblings.map((sibling) => sibling.close()));
    await look();
    expect(await runsOf(channel)).toHaveLength(2);
    expect(business.provider.calls.slice(calls).filter(({ kind }) => kind === 'changes')).toHaveLength(1);
  });

  it('E-14 E-05 makes no second run where a server is slow and another was done meanwhile', async () => {
    const channel = await synced();
    now += 67 * MINUTE;
    let release: (answer: null) => void = () => {};
    const held = new Promise<null>((resolve) => (release = resolve));
    let isLooking = false;
    const slow = await business.test.createSibling({
      entitlements: () => {
        isLooking = true;
        return held;
      },
    });
    await business.test.bff.worker.stop();
    const starting = slow.worker.start();
    await expect.poll(() => isLooking, { timeout: 10_000 }).toBe(true);
    await business.test.bff.worker.start();
    await ended(channel, 2);
    release(null);
    await starting;
    expect(await runsOf(channel)).toHaveLength(2);
    await slow.close();
  });

  it('E-14 never begins a channel that nobody has asked to sync', async () => {
    const channel = await business.test.openChannel();
    now += 30 * 24 * 60 * MINUTE;
    await look();
    expect(await get(channel)).toMatchObject({ status: 'never_synced', nextSyncAt: null, lastRun: null });
  });

  it('E-14 takes in channels from before there was a schedule, all over the interval', async () => {
    const channel = await synced();
    await makeOld(channel);
    await look();
    expect(await minutesUntilNext(channel)).toSatisfy((minutes: number) => minutes >= 0 && minutes <= 60);
    now += 60 * MINUTE;
    await look();
    await ended(channel, 2);
  });

  it('E-14 can be off: what was planned is dropped, what failed is tried again all the same', async () => {
    const channel = await synced();
    await business.test.bff.worker.stop();
    const off = await business.test.createSibling({ syncEveryMinutes: null });
    await off.worker.start();
    expect((await get(channel)).nextSyncAt).toBeNull();
    now += 24 * 60 * MINUTE;
    business.provider.before = () => {
      throw new ProviderError('unavailable', 'Come back later', { retryAfterMs: 86_400_000 });
    };
    expect((await sync(channel.id)).state).toBe('failed');
    expect(await minutesUntilNext(channel)).toSatisfy((minutes: number) => minutes >= 4.5 && minutes <= 5.5);
    business.provider.before = () => {};
    now += 6 * MINUTE;
    await off.worker.stop();
    await off.worker.start();
    expect((await ended(channel, 3))[0]?.state).toBe('succeeded');
    expect((await get(channel)).nextSyncAt).toBeNull();
    await off.close();
  });

  it('E-14 takes an interval of 15 minutes to a day, or none', async () => {
    for (const syncEveryMinutes of [14, 1441, 30.5])
      await expect(business.test.createSibling({ syncEveryMinutes })).rejects.toThrow('syncEveryMinutes');
  });
});

describe('a channel that may not sync when it is due', () => {
  /** Due three times in a row: nothing happens, nothing is asked, nothing is written down. */
  async function expectSilence(channel: Channel): Promise<void> {
    const calls = business.provider.calls.length;
    const before = await runsOf(channel);
    for (let round = 0; round < 3; round += 1) {
      now += 67 * MINUTE;
      await look();
    }
    expect(await runsOf(channel)).toEqual(before);
    expect(business.provider.calls).toHaveLength(calls);
    expect((await get(channel)).nextSyncAt).toBeNull();
  }

  it('A-04 rests with sales tracking, and goes on after it', async () => {
    const channel = await synced();
    await business.test.client.setSalesTracking({ body: { enabled: false } });
    await expectSilence(channel);
    await business.test.client.setSalesTracking({ body: { enabled: true } });
    now += 67 * MINUTE;
    await look();
    expect((await ended(channel, 2))[0]).toMatchObject({ trigger: 'schedule', state: 'succeeded' });
  });

  it('K-03 rests while the plan has no room for it', async () => {
    const channel = await synced();
    const none = testSession({
      entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 0 },
    });
    await business.test.clientOf(none).getContext();
    const { nextSyncAt } = await business.test
      .clientOf(none)
      .getChannel({ params: { channelId: channel.id } });
    expect(nextSyncAt).toBeNull();
    now += 67 * MINUTE;
    await look();
    expect(await runsOf(channel)).toHaveLength(1);
  });

  it('H-03 rests while its connection needs a sign-in, and goes on with it', async () => {
    const channel = await synced();
    atHost[0] = hostConnection('r1', { status: 'reconnect_required' });
    await business.test.client.listConnections();
    await expectSilence(channel);
    atHost[0] = hostConnection('r1');
    await business.test.client.listConnections();
    expect((await ended(channel, 2))[0]).toMatchObject({ trigger: 'reconnection', state: 'succeeded' });
    expect(await minutesUntilNext(channel)).toBeGreaterThan(50);
  });

  it('H-03 goes on when it was signed in again before the run that had no access has ended', async () => {
    const channel = await synced();
    const { provider, test } = business;
    provider.before = async () => {
      provider.before = () => {};
      atHost[0] = hostConnection('r1', { status: 'reconnect_required' });
      await test.client.listConnections();
      atHost[0] = hostConnection('r1');
      await test.client.listConnections();
      throw new ProviderError('invalid_grant', 'The grant was over');
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'reconnect_required' },
    });
    await look();
    expect((await ended(channel, 3))[0]).toMatchObject({ trigger: 'reconnection', state: 'succeeded' });
  });

  it('H-03 goes on by itself when it was signed in again while sales tracking was off', async () => {
    const channel = await synced();
    business.provider.before = () => {
      throw new ProviderError('unauthorized', 'Disconnected from inside');
    };
    await sync(channel.id);
    business.provider.before = () => {};
    expect((await get(channel)).nextSyncAt).toBeNull();
    await business.test.client.setSalesTracking({ body: { enabled: false } });
    business.test.tokens.r1 = 'another token';
    await business.test.client.listConnections();
    await business.test.client.setSalesTracking({ body: { enabled: true } });
    now += 67 * MINUTE;
    await look();
    expect((await ended(channel, 3))[0]).toMatchObject({ trigger: 'schedule', state: 'succeeded' });
  });

  it('J-03 rests while it is disconnected', async () => {
    const channel = await synced();
    atHost.length = 0;
    await business.test.client.listConnections();
    expect((await get(channel)).status).toBe('disconnected');
    await expectSilence(channel);
  });

  it('I-01 rests while it is inactive, and is due again once it was activated', async () => {
    const channel = await synced();
    await business.test.client.deactivateChannel({ params: { channelId: channel.id } });
    await expectSilence(channel);
    await business.test.client.activateChannel({ params: { channelId: channel.id } });
    expect((await ended(channel, 2))[0]).toMatchObject({ trigger: 'reactivation', state: 'succeeded' });
    expect(await minutesUntilNext(channel)).toBeGreaterThan(50);
  });
});

describe('a sync that failed', () => {
  it('E-13 is tried again by itself, later each time, until it works', async () => {
    const channel = await synced();
    business.provider.before = () => {
      throw new ProviderError('unavailable', 'Come back later', { retryAfterMs: 86_400_000 });
    };
    await sync(channel.id);
    for (const [round, wait] of [5, 15, 60, 60].entries()) {
      expect(await get(channel)).toMatchObject({
        status: 'sync_failed',
        lastRun: { problem: { code: 'provider_busy' } },
      });
      const minutes = await minutesUntilNext(channel);
      expect(minutes).toBeGreaterThanOrEqual(wait * 0.9);
      expect(minutes).toBeLessThanOrEqual(wait * 1.1);
      now += wait * 0.89 * MINUTE;
      await look();
      expect(await runsOf(channel)).toHaveLength(round + 2);
      now += wait * 0.22 * MINUTE;
      if (round === 3) business.provider.before = () => {};
      await look();
      await ended(channel, round + 3);
    }
    expect(await get(channel)).toMatchObject({ status: 'up_to_date' });
    expect(await minutesUntilNext(channel)).toBeGreaterThan(50);
  });

  it('E-13 waits for a person where only a person can help', async () => {
    const channel = await synced();
    business.provider.before = () => {
      throw new ProviderError('access_lost', 'The user was removed');
    };
    await sync(channel.id);
    now += 7 * 24 * 60 * MINUTE;
    await look();
    expect(await get(channel)).toMatchObject({ nextSyncAt: null, attention: ['access_lost'] });
    expect(await runsOf(channel)).toHaveLength(2);
    business.provider.before = () => {};
    await sync(channel.id);
    expect(await minutesUntilNext(channel)).toBeGreaterThan(50);
  });
});
