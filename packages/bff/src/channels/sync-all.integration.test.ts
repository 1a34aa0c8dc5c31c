import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { hostConnection, testSession } from '../testing/start-test-bff.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync } = useSyncedBusiness();

const many = testSession({ entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 9 } });

describe('syncing all channels', () => {
  it('E-15 asks every active one, and one that cannot stops no other', async () => {
    const connections = { brightwater: ['r1', 'r2', 'r3', 'r4'].map((realmId) => hostConnection(realmId)) };
    await restart({ connections, session: many });
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
      ids.push((await client.createChannel({ body })).id);
    }
    const [healthy = '', expired = '', inactive = '', failing = ''] = ids;
    await client.deactivateChannel({ params: { channelId: inactive } });
    connections.brightwater[1] = hostConnection('r2', { status: 'reconnect_required' });
    await client.listConnections();
    business.provider.before = ({ accessToken }) => {
      if (accessToken === 'token-of-r4') throw new ProviderError('rejected', 'Not today');
    };

    const { items } = await client.syncAllChannels();
    expect(items).toMatchObject([
      { channelId: healthy, run: { trigger: 'manual', requestedBy: { name: 'Dana' } }, problem: null },
      { channelId: expired, run: null, problem: { code: 'reconnect_required' } },
      { channelId: failing, run: { state: 'queued' }, problem: null },
    ]);
    expect((await business.test.ended(items[0]?.run?.id ?? '')).state).toBe('succeeded');
    expect((await business.test.ended(items[2]?.run?.id ?? '')).state).toBe('failed');
  });

  it('E-15 names the run a channel already has', async () => {
    const channel = await business.test.openChannel();
    await business.test.bff.worker.stop();
    const run = await business.test.client.syncChannel({ params: { channelId: channel.id } });
    expect((await business.test.client.syncAllChannels()).items).toMatchObject([
      { channelId: channel.id, run: null, problem: { code: 'sync_in_progress', runId: run.id } },
    ]);
  });

  it('E-15 is refused while sales tracking is off', async () => {
    await business.test.openChannel();
    await business.test.client.setSalesTracking({ body: { enabled: false } });
    await expect(business.test.client.syncAllChannels()).rejects.toMatchObject({
      code: 'sales_tracking_disabled',
    });
  });
});

describe('the history of syncs', () => {
  it('E-12 tells when, why, for whom, with what outcome and how many calls; U-03 who asked', async () => {
    const channel = await business.test.openChannel('2026-01-01', true);
    await business.test.ended(channel.currentRun?.id ?? '');
    const eve = business.test.clientOf(testSession({ user: { id: 'eve', name: 'Eve' } }));
    business.provider.before = () => {
      throw new ProviderError('rejected', 'Not today');
    };
    const { id } = await eve.syncChannel({ params: { channelId: channel.id } });
    await business.test.ended(id);
    const { items } = await eve.listRuns({ params: { channelId: channel.id }, query: {} });
    expect(items).toMatchObject([
      {
        id,
        trigger: 'manual',
        requestedBy: { id: 'eve', name: 'Eve' },
        state: 'failed',
        problem: { code: 'provider_failed' },
      },
      {
        trigger: 'connected',
        requestedBy: { id: 'dana', name: 'Dana' },
        state: 'succeeded',
        counts: { created: 0, updated: 0, voided: 0, unchanged: 0, errors: 0 },
        errors: [],
        // Counted, read, asked for changes and verified.
        providerCalls: 10,
      },
    ]);
    for (const { requestedAt, startedAt, endedAt } of items)
      expect([requestedAt, startedAt, endedAt].every((at) => !Number.isNaN(Date.parse(at ?? '')))).toBe(true);
    const [entry] = (await eve.listAuditEntries({ query: {} })).items;
    expect(entry).toMatchObject({ action: 'sync_requested', channelId: channel.id, user: { name: 'Eve' } });
    business.provider.before = () => {};
    await sync(channel.id);
  });
});
