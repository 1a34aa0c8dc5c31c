import type { Entitlements, Run } from '@sales-channels/contract';
import { describe, expect, it } from 'vitest';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { testSession } from '../testing/start-test-bff.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync, sales } = useSyncedBusiness();

const allows = (maxAccountingConnections: number): Entitlements => ({
  salesTracking: { allowed: true },
  maxAccountingConnections,
  moreConnectionsPlan: 'Advanced',
});
const withoutTracking: Entitlements = {
  salesTracking: { allowed: false, requiredPlan: 'Growth' },
  maxAccountingConnections: 2,
};
const clientWith = (entitlements: Entitlements) => business.test.clientOf(testSession({ entitlements }));
const params = (channelId: string) => ({ params: { channelId } });

/** Two channels, both synced, in a plan for two. */
async function openTwo(): Promise<[string, string]> {
  await restart({ session: testSession({ entitlements: allows(2) }) });
  const { client } = business.test;
  await client.setSalesTracking({ body: { enabled: true } });
  const ids: string[] = [];
  for (const { id: connectionId } of (await client.listConnections()).items) {
    const body = {
      type: 'accounting',
      connectionId,
      initialSyncDate: '2026-01-01',
      startSync: false,
    } as const;
    const { id } = await client.createChannel({ body });
    ids.push(id);
    const run = await client.syncChannel(params(id));
    await business.test.ended(run.id);
  }
  const [first = '', second = ''] = ids;
  return [first, second];
}
/** As somebody sees it whose session says the same all the time. */
async function endedIn(entitlements: Entitlements, runId: string): Promise<Run> {
  const read = () => clientWith(entitlements).getRun({ params: { runId } });
  await expect.poll(async () => (await read()).endedAt).not.toBeNull();
  return read();
}
const statuses = async (entitlements: Entitlements) =>
  (await clientWith(entitlements).listChannels()).items.map(({ status }) => status);

describe('a smaller plan', () => {
  it('K-04 leaves the newest channels out, keeps their sales, and a larger one restores them where they were', async () => {
    business.provider.documents = [scriptedSale('1')];
    const [first, second] = await openTwo();
    expect(await statuses(allows(2))).toEqual(['up_to_date', 'up_to_date', 'active']);
    expect(await statuses(allows(1))).toEqual(['up_to_date', 'not_in_plan', 'active']);
    const smaller = clientWith(allows(1));
    await expect(smaller.syncChannel(params(second))).rejects.toMatchObject({
      code: 'not_in_plan',
      problem: { limit: 1, requiredPlan: 'Advanced' },
    });
    expect((await smaller.syncAllChannels()).items).toMatchObject([
      { channelId: first, problem: null },
      { channelId: second, run: null, problem: { code: 'not_in_plan', limit: 1, requiredPlan: 'Advanced' } },
    ]);
    expect(await sales()).toHaveLength(2);
    expect(await statuses(allows(0))).toEqual(['not_in_plan', 'not_in_plan', 'active']);

    business.provider.calls.length = 0;
    const { id } = await clientWith(allows(2)).syncChannel(params(second));
    expect(await endedIn(allows(2), id)).toMatchObject({ state: 'succeeded', counts: { created: 0 } });
    expect(business.provider.calls.map(({ kind }) => kind)).toContain('changes');
    expect(business.provider.calls.map(({ kind }) => kind)).not.toContain('page');
  });

  it('K-04 gives the place of a channel that is deactivated to the next', async () => {
    const [first, second] = await openTwo();
    const smaller = clientWith(allows(1));
    await smaller.deactivateChannel(params(first));
    expect(await statuses(allows(1))).toEqual(['inactive', 'up_to_date', 'active']);
    const { id } = await smaller.syncChannel(params(second));
    expect((await endedIn(allows(1), id)).state).toBe('succeeded');
    await expect(smaller.activateChannel(params(first))).rejects.toMatchObject({ code: 'not_in_plan' });
  });

  it('K-06 stops a run that was asked for in the larger plan: the session that says so is remembered', async () => {
    const [, second] = await openTwo();
    await business.test.bff.worker.stop();
    const { id } = await clientWith(allows(2)).syncChannel(params(second));
    await clientWith(allows(1)).getContext();
    business.provider.calls.length = 0;
    await business.test.bff.worker.start();
    expect(await endedIn(allows(1), id)).toMatchObject({
      state: 'stopped',
      problem: { code: 'not_in_plan', limit: 1, requiredPlan: 'Advanced' },
    });
    expect(business.provider.calls).toEqual([]);
  });

  it('K-06 does not go back to the plan of a session that was signed before it changed', async () => {
    const before = clientWith(allows(0));
    await before.getContext();
    const signedAt = Date.now();
    await business.test.openChannel();
    await expect.poll(() => Math.floor(Date.now() / 1000)).toBeGreaterThan(Math.floor(signedAt / 1000));
    await clientWith(allows(3)).listChannels();
    await before.listChannels();
    expect(await business.test.database.collection('businesses').findOne({})).toMatchObject({
      entitlements: allows(3),
    });
  });

  it("K-06 asks the host where it answers, between pages too, and goes by the last session's word where it does not", async () => {
    let answer: () => Promise<Entitlements | null> = async () => allows(2);
    await restart({ entitlements: () => answer(), session: testSession({ entitlements: allows(1) }) });
    business.provider.documents = Array.from({ length: 9 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await business.test.openChannel();
    let pages = 0;
    business.provider.before = ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 2) answer = async () => allows(0);
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'stopped',
      problem: { code: 'not_in_plan', limit: 0 },
      counts: { created: 6 },
    });
    answer = () => Promise.reject(new Error('The host is down'));
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    answer = async () => null;
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded' });
  });

  it('K-05 without sales tracking stops syncs and leaves everything readable', async () => {
    business.provider.documents = [scriptedSale('1')];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    await business.test.bff.worker.stop();
    const { id } = await business.test.client.syncChannel(params(channel.id));
    const reader = clientWith(withoutTracking);
    expect((await reader.listSales({ query: {} })).items).toHaveLength(1);
    expect((await reader.listChannels()).items[0]).toMatchObject({ id: channel.id, status: 'not_in_plan' });
    const refusal = { code: 'plan_required', problem: { requiredPlan: 'Growth' } };
    await expect(reader.syncChannel(params(channel.id))).rejects.toMatchObject(refusal);
    await expect(reader.activateChannel(params(channel.id))).rejects.toMatchObject(refusal);
    await expect(reader.syncAllChannels()).rejects.toMatchObject(refusal);
    business.provider.calls.length = 0;
    await business.test.bff.worker.start();
    expect(await endedIn(withoutTracking, id)).toMatchObject({
      state: 'stopped',
      problem: { code: 'plan_required' },
    });
    expect(business.provider.calls).toEqual([]);
  });
});
