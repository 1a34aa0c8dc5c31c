import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const HOUR = 3_600_000;
const { business, restart, sync, sales } = useSyncedBusiness();
const old = { updatedAt: new Date(Date.now() - 1000 * HOUR) };

async function synced(documents: ReturnType<typeof scriptedSale>[], date = '2026-01-01') {
  const clock = { now: Date.now() - 500 * HOUR };
  const now = () => new Date(clock.now);
  await restart({ provider: createScriptedProvider({ now }), clock: now, syncEveryMinutes: null });
  business.provider.documents = documents;
  const channel = await business.test.openChannel(date);
  expect((await sync(channel.id)).state).toBe('succeeded');
  business.provider.calls.length = 0;
  return { channel, clock, now };
}

const channelNow = async () => (await business.test.client.listChannels()).items[0];
const made = (kind: string) => business.provider.calls.filter((call) => call.kind === kind).length;

describe('E-16 the proof that nothing is missing', () => {
  it('E-16 counts each kind after the first sync and after one that changed something, not after one that did not', async () => {
    const { channel, clock, now } = await synced([
      scriptedSale('1', old),
      scriptedSale('2', { ...old, isVoid: true, isAllZero: true, total: '0' }),
      scriptedSale('m', { ...old, type: 'credit_memo' }),
    ]);
    const first = (await channelNow())?.verification;
    expect(first?.documents).toEqual({
      invoice: { expected: 2, stored: 2, errors: 0 },
      sales_receipt: { expected: 0, stored: 0, errors: 0 },
      credit_memo: { expected: 1, stored: 1, errors: 0 },
    });
    clock.now += HOUR;
    await sync(channel.id);
    expect([made('count'), made('changes')]).toEqual([0, 1]);
    expect((await channelNow())?.verification).toEqual(first);
    business.provider.documents.push(scriptedSale('3', { updatedAt: now() }));
    await sync(channel.id);
    expect(made('count')).toBe(3);
    expect((await channelNow())?.verification).toMatchObject({
      checkedAt: now().toISOString(),
      documents: { invoice: { expected: 3, stored: 3 } },
    });
  });

  it('E-16 counts once a day without any change', async () => {
    const { channel, clock } = await synced([scriptedSale('1', old)]);
    clock.now += 25 * HOUR;
    await sync(channel.id);
    expect(made('count')).toBe(3);
  });

  it('E-16 is made up for by the next sync where it could not be made', async () => {
    const { channel, now } = await synced([scriptedSale('1', old)]);
    business.provider.documents.push(scriptedSale('2', { updatedAt: now() }));
    business.provider.before = ({ kind }) => {
      if (kind === 'count') throw new ProviderError('rejected', 'Not today');
    };
    expect((await sync(channel.id)).state).toBe('failed');
    business.provider.before = () => {};
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 0 } });
    expect((await channelNow())?.verification?.documents.invoice).toEqual({
      expected: 2,
      stored: 2,
      errors: 0,
    });
  });

  it('E-16 looks for what a difference is once, and brings in what was missing', async () => {
    const { channel, clock, now } = await synced([scriptedSale('1', old), scriptedSale('2', old)]);
    // Neither appears in any list of changes, as when a provider forgets to tell.
    business.provider.documents = [scriptedSale('2', old), scriptedSale('3', old), scriptedSale('4', old)];
    clock.now += 25 * HOUR;
    expect(await sync(channel.id)).toMatchObject({ counts: { created: 2, voided: 1 } });
    expect(await channelNow()).toMatchObject({
      attention: [],
      verification: { documents: { invoice: { expected: 3, stored: 3, errors: 0 } } },
    });
    expect((await sales()).find(({ number }) => number === 'N-1')?.voidReason).toBe('deleted_at_source');
    expect(now().getTime()).toBeGreaterThan(0);
  });

  it('E-16 shows a difference nothing explains, and reads everything again at most daily or when somebody asks', async () => {
    const { channel, clock, now } = await synced([scriptedSale('1', old)]);
    const count = business.provider.count.bind(business.provider);
    business.provider.count = async (access, query) =>
      (await count(access, query)) + Number(query.type === 'invoice');
    clock.now += 25 * HOUR;
    await sync(channel.id);
    expect(await channelNow()).toMatchObject({
      status: 'up_to_date',
      attention: ['count_mismatch'],
      verification: { documents: { invoice: { expected: 2, stored: 1, errors: 0 } } },
    });
    expect(made('page')).toBe(1);
    business.provider.calls.length = 0;
    await sync(channel.id);
    expect(made('page')).toBe(1);
    business.provider.count = count;
    business.provider.documents.push(scriptedSale('late', { updatedAt: now() }));
    await sync(channel.id);
    expect((await channelNow())?.attention).toEqual([]);
  });

  it('E-16 takes back a deletion that the list of changes told wrongly', async () => {
    const { channel, clock } = await synced([scriptedSale('1', old)]);
    clock.now += HOUR;
    business.provider.deleted = [{ type: 'invoice', externalId: '1', at: new Date(clock.now) }];
    clock.now += HOUR / 2;
    await sync(channel.id);
    expect((await sales())[0]).toMatchObject({ state: 'active', voidReason: null });
    expect((await channelNow())?.attention).toEqual([]);
  });
});

describe('an initial sync date that moves back', () => {
  it('D-07 reads only the days that were added', async () => {
    const documents = ['2026-02-01', '2026-03-01', '2026-04-01', '2026-05-01', '2026-06-01'].map((date) =>
      scriptedSale(date, { ...old, date }),
    );
    const { channel } = await synced(documents, '2026-04-01');
    const asked: (string | undefined)[] = [];
    const read = business.provider.pageSince.bind(business.provider);
    business.provider.pageSince = (access, query) => {
      asked.push(`${query.from}..${query.before}`);
      return read(access, query);
    };
    await business.test.client.updateChannel({
      params: { channelId: channel.id },
      body: { initialSyncDate: '2026-02-15' },
    });
    expect(await sync(channel.id)).toMatchObject({
      counts: { created: 1, unchanged: 0 },
      progress: { done: 1, total: 1 },
    });
    expect(new Set(asked)).toEqual(new Set(['2026-02-15..2026-04-01']));
    // A second move before the first was read keeps what both add together.
    const move = (initialSyncDate: string) =>
      business.test.client.updateChannel({ params: { channelId: channel.id }, body: { initialSyncDate } });
    await move('2026-02-10');
    await move('2026-01-01');
    expect(await sync(channel.id)).toMatchObject({ counts: { created: 1 }, progress: { total: 1 } });
    expect(asked.at(-1)).toBe('2026-01-01..2026-02-15');
    expect((await channelNow())?.verification?.documents.invoice).toEqual({
      expected: 5,
      stored: 5,
      errors: 0,
    });
  });
});
