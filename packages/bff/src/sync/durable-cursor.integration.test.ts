import { describe, expect, it } from 'vitest';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync, sales } = useSyncedBusiness();

describe('the cursor', () => {
  it('E-09 does not move when the database refuses the sales it covers', async () => {
    business.provider.documents = [
      scriptedSale('i1', { number: 'twice' }),
      scriptedSale('i2', { number: 'twice' }),
      scriptedSale('i3', { number: 'once' }),
    ];
    const stored = business.test.database.collection('sales');
    // Notices the page's second sale only while it is written.
    await stored.createIndex({ businessId: 1, number: 1 }, { unique: true, name: 'refuses' });
    const channel = await business.test.openChannel();
    expect((await sync(channel.id)).state).toBe('failed');
    expect(await sales()).toEqual([]);
    await stored.dropIndex('refuses');
    expect((await sync(channel.id)).state).toBe('succeeded');
    expect(await sales()).toHaveLength(3);
  });

  it('E-08 reaches back for what became visible after its time had passed', async () => {
    let now = Date.now() - 3_600_000;
    await restart({ provider: createScriptedProvider({ now: () => new Date(now) }) });
    const channel = await business.test.openChannel();
    await sync(channel.id);
    // Stamped before that sync, and in no answer until after it.
    business.provider.documents = [scriptedSale('late', { updatedAt: new Date(now - 30_000) })];
    now += 60_000;
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
    expect(await sales()).toHaveLength(1);
  });
});
