import { describe, expect, it } from 'vitest';
import { problemOf, startMockApi } from '../testing/mock-api.ts';

const { enter } = startMockApi();

describe('sales tracking', () => {
  it('A-03 makes one Manual channel, however often it is enabled', async () => {
    const { client } = enter('empty');
    expect((await client.listChannels()).items).toEqual([]);
    await client.setSalesTracking({ body: { enabled: true } });
    await client.setSalesTracking({ body: { enabled: true } });
    expect((await client.listChannels()).items).toMatchObject([
      { type: 'manual', status: 'active', connection: null, initialSyncDate: null },
    ]);
  });

  it('A-02 is refused with the reason of the host', async () => {
    const { client } = enter('prerequisiteMissing');
    expect(await problemOf(client.setSalesTracking({ body: { enabled: true } }))).toMatchObject({
      code: 'prerequisite_missing',
      detail: 'Turn on Receiving before sales tracking.',
    });
  });

  it('A-04 stops every channel when it is disabled and restores them afterwards', async () => {
    const { client } = enter('connected');
    const before = (await client.listChannels()).items;
    await client.setSalesTracking({ body: { enabled: false } });
    const [stopped] = (await client.listChannels()).items;
    expect(stopped).toMatchObject({ status: 'inactive', isActive: true });
    const call = client.syncChannel({ params: { channelId: stopped?.id ?? '' } });
    expect((await problemOf(call)).code).toBe('sales_tracking_disabled');
    await client.setSalesTracking({ body: { enabled: true } });
    expect((await client.listChannels()).items).toEqual(before);
  });
});
