import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { SaleType } from '../provider/provider-sale.ts';
import { hostConnection, testSession } from '../testing/start-test-bff.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync, sales } = useSyncedBusiness();

const params = (channelId: string) => ({ params: { channelId } });
const activate = (id: string) => business.test.client.activateChannel(params(id));
const deactivate = (id: string) => business.test.client.deactivateChannel(params(id));
const runsOf = async (id: string) =>
  (await business.test.client.listRuns({ ...params(id), query: {} })).items;
const endedAfter = async (id: string) => {
  const { currentRun, lastRun } = await business.test.client.getChannel(params(id));
  return business.test.ended((currentRun ?? lastRun)?.id ?? '');
};
const stored = () => business.test.database.collection('channels');

describe('an inactive channel', () => {
  it('I-01 does not sync, whoever asks, and I-02 keeps and counts its sales', async () => {
    business.provider.documents = [scriptedSale('1'), scriptedSale('2')];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    const totals = () => business.test.client.getSalesTotals({ query: {} });
    const before = await Promise.all([sales(), totals()]);
    expect(await deactivate(channel.id)).toMatchObject({
      isActive: false,
      status: 'inactive',
      currentRun: null,
    });
    await expect(sync(channel.id)).rejects.toMatchObject({ code: 'channel_inactive' });
    expect((await business.test.client.syncAllChannels()).items).toEqual([]);
    expect(await Promise.all([sales(), totals()])).toEqual(before);
    expect(await runsOf(channel.id)).toHaveLength(1);
  });

  it('I-03 goes on from where it stopped when it is activated, with what was sold, voided and deleted meanwhile', async () => {
    const old = scriptedSale('old', { updatedAt: new Date(Date.now() - 3_600_000) });
    business.provider.documents = [old, scriptedSale('voided'), scriptedSale('deleted')];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    await deactivate(channel.id);
    const at = new Date();
    business.provider.documents = [
      old,
      { ...scriptedSale('voided'), isVoid: true, isAllZero: true, total: '0', updatedAt: at },
      scriptedSale('new', { updatedAt: at }),
    ];
    business.provider.deleted = [{ type: 'invoice', externalId: 'deleted', at }];
    business.provider.calls.length = 0;
    const activated = await activate(channel.id);
    expect(activated).toMatchObject({
      isActive: true,
      status: 'syncing',
      currentRun: { trigger: 'reactivation', requestedBy: { id: 'dana', name: 'Dana' } },
    });
    expect(await endedAfter(channel.id)).toMatchObject({
      trigger: 'reactivation',
      state: 'succeeded',
      counts: { created: 1, updated: 0, voided: 2, errors: 0 },
    });
    expect(business.provider.calls.filter(({ kind }) => kind !== 'count')).toMatchObject([
      { kind: 'changes' },
    ]);
  });

  it('I-05 finishes the page in hand when that happens during a run, and goes on after it later', async () => {
    business.provider.documents = Array.from({ length: 12 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await business.test.openChannel();
    let pages = 0;
    business.provider.before = async ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 2) await deactivate(channel.id);
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'stopped',
      counts: { created: 6 },
      problem: { code: 'channel_inactive' },
    });
    expect(pages).toBe(2);
    expect(await business.test.client.getChannel(params(channel.id))).toMatchObject({
      status: 'inactive',
      currentRun: null,
      lastRun: { state: 'stopped' },
      lastSyncedAt: null,
    });
    await activate(channel.id);
    expect(await endedAfter(channel.id)).toMatchObject({
      state: 'succeeded',
      counts: { created: 6 },
      progress: { done: 12 },
    });
    expect(await sales()).toHaveLength(12);
  });

  it('I-05 ends at once a run that nobody has taken, or whose worker has died', async () => {
    const channel = await business.test.openChannel();
    await business.test.bff.worker.stop();
    const queued = await business.test.client.syncChannel(params(channel.id));
    expect(await deactivate(channel.id)).toMatchObject({ currentRun: null, lastRun: { id: queued.id } });
    expect((await runsOf(channel.id))[0]).toMatchObject({ id: queued.id, state: 'stopped', startedAt: null });

    const { currentRun } = await activate(channel.id);
    const dead = { leasedUntil: new Date(Date.now() - 1000), 'run.state': 'running', fence: 7 };
    await stored().updateOne({ type: 'accounting' }, { $set: dead });
    expect(await deactivate(channel.id)).toMatchObject({
      currentRun: null,
      lastRun: { id: currentRun?.id, state: 'stopped' },
    });
    expect(await stored().findOne({ type: 'accounting' })).toMatchObject({ fence: 8 });
  });

  it('I-05 leaves no run open when its worker dies after the channel became inactive', async () => {
    const channel = await business.test.openChannel();
    await business.test.bff.worker.stop();
    const { id } = await business.test.client.syncChannel(params(channel.id));
    const lease = (ms: number) =>
      stored().updateOne({ type: 'accounting' }, { $set: { leasedUntil: new Date(Date.now() + ms) } });
    await lease(60_000);
    expect(await deactivate(channel.id)).toMatchObject({ status: 'inactive', currentRun: { id } });
    await lease(-1000);
    await business.test.bff.worker.start();
    expect(await business.test.ended(id)).toMatchObject({ state: 'stopped', providerCalls: 0 });
    expect(business.provider.calls).toEqual([]);
  });

  it('goes on with the same run when it is activated before its worker has stopped', async () => {
    const three = (type: SaleType) => ['1', '2', '3'].map((id) => scriptedSale(`${type}-${id}`, { type }));
    business.provider.documents = [...three('invoice'), ...three('sales_receipt')];
    const channel = await business.test.openChannel();
    const stopped = new EventEmitter();
    const inactive = once(stopped, 'inactive');
    let pages = 0;
    business.provider.before = async ({ kind, type }) => {
      if (kind !== 'page') return;
      if (type === 'sales_receipt') await inactive;
      if (type !== 'invoice' || (pages += 1) !== 2) return;
      await deactivate(channel.id);
      stopped.emit('inactive');
      // The receipts' next page is refused now, while this one is in hand.
      await expect.poll(async () => (await sales()).length).toBe(6);
      await activate(channel.id);
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'succeeded',
      trigger: 'manual',
      counts: { created: 6 },
    });
    expect(await runsOf(channel.id)).toHaveLength(1);
  });
});

describe('activating and deactivating', () => {
  it('I-07 twice, or side by side, is once; U-03 tells who did it', async () => {
    const channel = await business.test.openChannel();
    await Promise.all([deactivate(channel.id), deactivate(channel.id), deactivate(channel.id)]);
    await deactivate(channel.id);
    await Promise.all([activate(channel.id), activate(channel.id), activate(channel.id)]);
    await endedAfter(channel.id);
    expect(await activate(channel.id)).toMatchObject({ status: 'up_to_date' });
    expect(await runsOf(channel.id)).toHaveLength(1);
    const { items } = await business.test.client.listAuditEntries({ query: {} });
    expect(items.map(({ action }) => action)).toEqual([
      'channel_activated',
      'channel_deactivated',
      'channel_created',
      'sales_tracking_enabled',
    ]);
    expect(items[0]).toMatchObject({
      channelId: channel.id,
      subject: channel.name,
      user: { id: 'dana', name: 'Dana' },
    });
  });

  it('I-08 the Manual channel stays active', async () => {
    await business.test.openChannel();
    const { items } = await business.test.client.listChannels();
    const manual = items.find(({ type }) => type === 'manual');
    const id = manual?.id ?? '';
    await expect(deactivate(id)).rejects.toMatchObject({ code: 'manual_channel_fixed' });
    await expect(business.test.client.removeChannel(params(id))).rejects.toMatchObject({
      code: 'manual_channel_fixed',
    });
    expect(await activate(id)).toEqual(manual);
  });

  it('I-09 is refused without a connection or sales tracking; with an expired connection it shows that', async () => {
    const connections = { brightwater: [hostConnection('r1')] };
    await restart({ connections });
    const channel = await business.test.openChannel();
    await deactivate(channel.id);

    connections.brightwater = [hostConnection('r1', { status: 'reconnect_required' })];
    await business.test.client.listConnections();
    expect(await activate(channel.id)).toMatchObject({ status: 'reconnect_required', currentRun: null });
    await deactivate(channel.id);

    connections.brightwater = [];
    await business.test.client.listConnections();
    await expect(activate(channel.id)).rejects.toMatchObject({ code: 'connection_unavailable' });

    await business.test.client.setSalesTracking({ body: { enabled: false } });
    await expect(activate(channel.id)).rejects.toMatchObject({ code: 'sales_tracking_disabled' });
  });

  it('I-09 is refused beyond the plan, also side by side', async () => {
    const entitlements = testSession().entitlements;
    const two = testSession({ entitlements: { ...entitlements, maxAccountingConnections: 2 } });
    const client = business.test.clientOf(two);
    await client.setSalesTracking({ body: { enabled: true } });
    const ids: string[] = [];
    for (const { id: connectionId } of (await client.listConnections()).items) {
      const body = {
        type: 'accounting',
        connectionId,
        initialSyncDate: '2026-01-01',
        startSync: false,
      } as const;
      ids.push((await client.createChannel({ body })).id);
    }
    for (const id of ids) await deactivate(id);
    const answers = await Promise.allSettled(ids.map(activate));
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(answers.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'not_in_plan', problem: { limit: 1, requiredPlan: 'Advanced' } },
    });
  });

  it('I-10 an inactive channel keeps its connection', async () => {
    const channel = await business.test.openChannel();
    await deactivate(channel.id);
    const [connection] = (await business.test.client.listConnections()).items;
    expect(connection?.channelId).toBe(channel.id);
    const body = {
      type: 'accounting',
      connectionId: connection?.id ?? '',
      initialSyncDate: '2026-01-01',
    } as const;
    await expect(business.test.client.createChannel({ body })).rejects.toMatchObject({
      code: 'channel_exists',
      problem: { channelId: channel.id },
    });
  });
});
