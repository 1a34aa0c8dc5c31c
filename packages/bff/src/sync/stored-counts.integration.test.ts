import { describe, expect, it } from 'vitest';
import type { PageCursor } from '../provider/provider.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const HOUR = 3_600_000;
const { business, restart, sync, sales } = useSyncedBusiness();
const old = { updatedAt: new Date(Date.now() - 1000 * HOUR) };

async function synced(documents: ReturnType<typeof scriptedSale>[]) {
  const clock = { now: Date.now() - 900 * HOUR };
  const now = () => new Date(clock.now);
  await restart({
    provider: createScriptedProvider({ now, pageSize: 100 }),
    clock: now,
    syncEveryMinutes: null,
  });
  business.provider.documents = documents;
  const channel = await business.test.openChannel('2026-01-01');
  expect((await sync(channel.id)).state).toBe('succeeded');
  business.provider.calls.length = 0;
  return { channel, clock, now };
}

const channelNow = async () => (await business.test.client.listChannels()).items[0];
const proven = async () => (await channelNow())?.verification?.documents.invoice;
const stored = () => business.test.database.collection('sales');

describe('E-16 what is stored is counted', () => {
  it('E-16 by carrying on the last count with what each sync stores, and one by one once a day', async () => {
    const { channel, clock, now } = await synced(['1', '2', '3', '4'].map((id) => scriptedSale(id, old)));
    const change = async (documents: ReturnType<typeof scriptedSale>[], deleted: string[] = []) => {
      clock.now += HOUR;
      const at = now();
      const kept = business.provider.documents.filter(
        ({ externalId }) =>
          !deleted.includes(externalId) && documents.every((other) => other.externalId !== externalId),
      );
      business.provider.documents = [...kept, ...documents.map((sale) => ({ ...sale, updatedAt: at }))];
      business.provider.deleted = deleted.map((externalId) => ({ type: 'invoice', externalId, at }));
      await sync(channel.id);
      expect((await channelNow())?.attention).toEqual([]);
      return proven();
    };
    const before = { date: '2025-06-01' };
    // New, deleted, void, dated out of the range and back into it.
    expect(await change([scriptedSale('5')], ['1'])).toEqual({ expected: 4, stored: 4, errors: 0 });
    expect(await change([scriptedSale('2', { isVoid: true, isAllZero: true, total: '0' })])).toMatchObject({
      stored: 4,
    });
    expect(await change([scriptedSale('3', before), scriptedSale('6', before)])).toMatchObject({ stored: 3 });
    expect(await change([scriptedSale('3')])).toMatchObject({ stored: 4 });

    // Lost behind the product's back: no proof between two counts can tell, the day's count does.
    await stored().deleteOne({ externalId: '4' });
    expect(await change([scriptedSale('7')])).toMatchObject({ expected: 5, stored: 5 });
    clock.now += 25 * HOUR;
    expect(await sync(channel.id)).toMatchObject({ counts: { created: 1 } });
    expect(await proven()).toEqual({ expected: 5, stored: 5, errors: 0 });
    expect((await sales()).map(({ number }) => number)).toContain('N-4');
  });

  it('E-16 E-10 a sale whose later version cannot be stored is not missing', async () => {
    const { channel, clock, now } = await synced([scriptedSale('1', old), scriptedSale('2', old)]);
    clock.now += HOUR;
    business.provider.documents = [
      scriptedSale('1', old),
      scriptedSale('2', { currency: 'nonsense', updatedAt: now() }),
      scriptedSale('3', { currency: 'nonsense', updatedAt: now() }),
    ];
    await sync(channel.id);
    clock.now += 25 * HOUR;
    await sync(channel.id);
    expect(await channelNow()).toMatchObject({
      attention: ['document_errors'],
      verification: { documents: { invoice: { expected: 3, stored: 2, errors: 1 } } },
    });
  });

  it('E-16 H-04 a document nobody can name does not make up for a deletion nobody noticed', async () => {
    const { channel, clock } = await synced([scriptedSale('1', old), scriptedSale('2', old)]);
    clock.now += 31 * 24 * HOUR;
    const pageSince = business.provider.pageSince.bind(business.provider);
    business.provider.documents = [scriptedSale('1', old)];
    const hidden = {
      type: 'invoice' as const,
      externalId: null,
      number: null,
      date: null,
      reason: 'It fails.',
      place: { start: 1 } as PageCursor,
    };
    business.provider.updatedSince = async () => ({
      sales: [],
      unreadable: [hidden],
      next: null,
      serverTime: new Date(clock.now),
    });
    business.provider.pageSince = async (access, query) => ({
      ...(await pageSince(access, query)),
      unreadable: query.type === 'invoice' ? [hidden] : [],
    });
    const count = business.provider.count.bind(business.provider);
    business.provider.count = async (access, query) =>
      (await count(access, query)) + Number(query.type === 'invoice');

    expect(await sync(channel.id)).toMatchObject({ counts: { voided: 1 } });
    expect((await sales()).find(({ number }) => number === 'N-2')?.voidReason).toBe('deleted_at_source');
    expect(await proven()).toEqual({ expected: 2, stored: 1, errors: 1 });
  });
});
