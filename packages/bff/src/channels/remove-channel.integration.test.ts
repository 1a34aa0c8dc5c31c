import { describe, expect, it } from 'vitest';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, sync, sales } = useSyncedBusiness();

const remove = (channelId: string) => business.test.client.removeChannel({ params: { channelId } });

describe('J-06 removing a channel', () => {
  it('J-06 takes its runs with it and frees its connection; U-03 tells who did it', async () => {
    const channel = await business.test.openChannel();
    await sync(channel.id);
    expect(await remove(channel.id)).toEqual({ id: channel.id });
    await expect(remove(channel.id)).rejects.toMatchObject({ code: 'not_found' });
    expect(await business.test.database.collection('runs').countDocuments()).toBe(0);
    const [entry] = (await business.test.client.listAuditEntries({ query: {} })).items;
    expect(entry).toMatchObject({ action: 'channel_removed', channelId: channel.id, subject: channel.name });
    const again = await business.test.openChannel();
    expect(again).toMatchObject({ status: 'never_synced', connection: channel.connection });
    expect(again.id).not.toBe(channel.id);
  });

  it('J-06 is refused once there is a sale, voided ones included', async () => {
    business.provider.documents = [scriptedSale('1', { isVoid: true, isAllZero: true, total: '0' })];
    const channel = await business.test.openChannel();
    await sync(channel.id);
    await expect(remove(channel.id)).rejects.toMatchObject({ code: 'channel_has_sales' });
    expect(await sales()).toHaveLength(1);
  });

  it('J-06 is refused during a sync, and leaves no sale without its channel however it meets one', async () => {
    business.provider.documents = Array.from({ length: 9 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await business.test.openChannel();
    const answers: Promise<unknown>[] = [];
    business.provider.before = () => {
      answers.push(remove(channel.id).catch((error: unknown) => error));
    };
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded' });
    const refusals = (await Promise.all(answers)) as { code: string }[];
    expect(refusals.length).toBeGreaterThan(3);
    for (const { code } of refusals) expect(['sync_in_progress', 'channel_has_sales']).toContain(code);
    expect(refusals[0]).toMatchObject({ code: 'sync_in_progress' });
    expect((await business.test.client.listChannels()).items).toHaveLength(2);
    expect(await sales()).toHaveLength(9);
  });
});
