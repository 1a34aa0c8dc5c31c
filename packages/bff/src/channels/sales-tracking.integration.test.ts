import { describe, expect, it } from 'vitest';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, sync, sales } = useSyncedBusiness();

const track = (enabled: boolean) => business.test.client.setSalesTracking({ body: { enabled } });

describe('turning sales tracking off and on', () => {
  it('A-04 ends a run nobody has taken, keeps everything, and brings the same channels back', async () => {
    business.provider.documents = [scriptedSale('1')];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    await business.test.bff.worker.stop();
    const { items: before } = await business.test.client.listChannels();
    const { id } = await business.test.client.syncChannel({ params: { channelId: channel.id } });

    await track(false);
    expect(await business.test.client.getRun({ params: { runId: id } })).toMatchObject({
      state: 'stopped',
      problem: { code: 'sales_tracking_disabled' },
    });
    const off = (await business.test.client.listChannels()).items;
    expect(off.map(({ status, isActive }) => [status, isActive])).toEqual([
      ['inactive', true],
      ['inactive', true],
    ]);
    expect(await sales()).toHaveLength(1);

    await track(true);
    const on = (await business.test.client.listChannels()).items;
    expect(on).toMatchObject(before.map(({ id: same, status }) => ({ id: same, status, currentRun: null })));
    await business.test.bff.worker.start();
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 0 } });
  });

  it('U-03 tells who did, once each time it changed, and who moved an initial sync date', async () => {
    const { id: channelId, name } = await business.test.openChannel();
    await track(true);
    await track(false);
    await track(false);
    await track(true);
    const body = { initialSyncDate: '2025-06-01' };
    await business.test.client.updateChannel({ params: { channelId }, body });
    await business.test.client.updateChannel({ params: { channelId }, body });
    const { items } = await business.test.client.listAuditEntries({ query: {} });
    expect(items.map(({ action }) => action)).toEqual([
      'initial_sync_date_moved',
      'sales_tracking_enabled',
      'sales_tracking_disabled',
      'channel_created',
      'sales_tracking_enabled',
    ]);
    expect(items[0]).toMatchObject({ channelId, subject: name, user: { id: 'dana', name: 'Dana' } });
  });
});
