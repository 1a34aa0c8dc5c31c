import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const DAY = 86_400_000;
const { business, restart, sync, sales } = useSyncedBusiness();

const kinds = () => business.provider.calls.map(({ kind, type }) => (type ? `${kind} ${type}` : kind));
const channelNow = async () => (await business.test.client.listChannels()).items[0];
const cursorNow = async () =>
  (await business.test.database.collection('channels').findOne({ type: 'accounting' }))?.['cursor'] as {
    changedSince: Date;
    unsure: string[];
    catchUp: object;
  };
const states = async () =>
  Object.fromEntries((await sales()).map(({ number, state, voidReason }) => [number, voidReason ?? state]));

/** A business with a synced channel on a clock of the test's. */
async function synced(documents: ReturnType<typeof scriptedSale>[]) {
  const clock = { now: Date.now() - 100 * DAY };
  const now = () => new Date(clock.now);
  await restart({
    provider: createScriptedProvider({ now, pageSize: 3 }),
    clock: now,
    syncEveryMinutes: null,
  });
  business.provider.documents = documents;
  const channel = await business.test.openChannel();
  expect((await sync(channel.id)).state).toBe('succeeded');
  business.provider.calls.length = 0;
  return { channel, clock, now };
}

const old = { updatedAt: new Date(Date.now() - 200 * DAY) };
const invoices = (count: number) =>
  Array.from({ length: count }, (_, index) => scriptedSale(`i${index}`, old));

describe('more changes than one answer holds', () => {
  it('G-06 asks for each kind by itself, where that is enough', async () => {
    const { channel, clock, now } = await synced([
      ...invoices(4),
      scriptedSale('r', { ...old, type: 'sales_receipt' }),
    ]);
    clock.now += 3_600_000;
    const changed = [
      ...invoices(3).map((sale) => ({ ...sale, total: '7', updatedAt: now() })),
      ...invoices(4).slice(3),
      scriptedSale('r', { type: 'sales_receipt', total: '8', updatedAt: now() }),
    ];
    business.provider.documents = changed;
    business.provider.truncatesAt = 4;
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { updated: 4 } });
    expect(kinds().filter((kind) => kind === 'changes')).toHaveLength(4);
    expect(kinds().filter((kind) => kind.startsWith('page'))).toEqual([]);
    expect((await cursorNow()).changedSince).toEqual(now());
  });

  it('G-06 G-03 reads one kind page by page where even that is not, and finds what was deleted by its count', async () => {
    const { channel, clock, now } = await synced(invoices(9));
    clock.now += 3_600_000;
    business.provider.documents = invoices(8).map((sale) => ({ ...sale, total: '7', updatedAt: now() }));
    business.provider.deleted = [];
    business.provider.truncatesAt = 5;
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { updated: 8, voided: 1 } });
    expect(await states()).toMatchObject({ 'N-i0': 'active', 'N-i8': 'deleted_at_source' });
    expect(kinds().filter((kind) => kind.startsWith('documents'))).toEqual(['documents invoice']);
    expect(await cursorNow()).toMatchObject({ changedSince: now(), unsure: [], catchUp: {} });
    expect(await channelNow()).toMatchObject({
      attention: [],
      verification: { documents: { invoice: { expected: 8, stored: 8, errors: 0 } } },
    });
  });

  it('E-09 goes on with the page a sync ended at, and moves the cursor only with the last', async () => {
    const { channel, clock, now } = await synced(invoices(9));
    const before = (await cursorNow()).changedSince;
    clock.now += 3_600_000;
    business.provider.documents = invoices(9).map((sale, index) => ({
      ...sale,
      total: '7',
      updatedAt: new Date(clock.now - 9000 + index * 1000),
    }));
    business.provider.truncatesAt = 5;
    let pages = 0;
    business.provider.before = ({ kind }) => {
      if (kind === 'page' && (pages += 1) === 3) throw new ProviderError('rejected', 'Not today');
    };
    expect(await sync(channel.id)).toMatchObject({ state: 'failed', counts: { updated: 6 } });
    expect((await cursorNow()).changedSince).toEqual(before);
    business.provider.before = () => {};
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { updated: 3 } });
    expect((await cursorNow()).changedSince).toEqual(now());
  });

  it('E-08 asks again from where it first began, of what became visible late while it was interrupted', async () => {
    const { channel, clock, now } = await synced(invoices(9));
    clock.now += 3_600_000;
    const begun = clock.now;
    business.provider.documents = invoices(9).map((sale, index) => ({
      ...sale,
      total: '7',
      updatedAt: new Date(begun - 9000 + index * 1000),
    }));
    business.provider.truncatesAt = 5;
    let pages = 0;
    business.provider.before = ({ kind }) => {
      if (kind === 'page' && (pages += 1) === 3) throw new ProviderError('rejected', 'Not today');
    };
    expect((await sync(channel.id)).state).toBe('failed');
    business.provider.before = () => {};
    // Changed before a page that had been read by then was asked for, and to be seen only now.
    const late = scriptedSale('i0', { total: '8', updatedAt: new Date(begun - 8500) });
    business.provider.documents = [late, ...business.provider.documents.slice(1)];
    clock.now += 3_600_000;
    expect((await sync(channel.id)).state).toBe('succeeded');
    business.provider.truncatesAt = 1000;
    expect(now() > new Date(begun)).toBe(true);
    await sync(channel.id);
    expect((await sales()).find(({ number }) => number === 'N-i0')?.total).toBe('8');
  });
});

describe('a long rest', () => {
  it.each([28, 29, 30, 31, 45])('I-04 H-04 loses nothing in %i days, deletions included', async (days) => {
    const { channel, clock, now } = await synced([
      ...invoices(6),
      scriptedSale('moved', old),
      scriptedSale('out', { ...old, type: 'credit_memo' }),
    ]);
    clock.now += days * DAY;
    business.provider.documents = [
      ...invoices(4),
      scriptedSale('new', { updatedAt: now() }),
      scriptedSale('moved', { date: '2025-06-01', updatedAt: now() }),
      { ...scriptedSale('i4'), total: '0', isVoid: true, isAllZero: true, updatedAt: now() },
    ];
    business.provider.deleted = [
      { type: 'invoice' as const, externalId: 'i5', at: new Date(clock.now - DAY) },
      { type: 'credit_memo' as const, externalId: 'out', at: new Date(clock.now - DAY) },
    ].filter(() => days < 30);
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 1 } });
    expect(await states()).toEqual({
      'N-i0': 'active',
      'N-i1': 'active',
      'N-i2': 'active',
      'N-i3': 'active',
      'N-i4': 'voided_at_source',
      'N-i5': 'deleted_at_source',
      'N-new': 'active',
      'N-moved': 'active',
      'N-out': 'deleted_at_source',
    });
    // Nothing is read again that a count could rule out.
    expect(kinds().filter((kind) => kind.startsWith('documents sales_receipt'))).toEqual([]);
    expect(await channelNow()).toMatchObject({ status: 'up_to_date', attention: [] });
    business.provider.calls.length = 0;
    await sync(channel.id);
    expect(kinds()).toEqual(['changes']);
  });

  it('I-04 notices the deletion of what had moved out of range before', async () => {
    const { channel, clock, now } = await synced([scriptedSale('i', old), scriptedSale('moved', old)]);
    clock.now += DAY;
    business.provider.documents = [
      scriptedSale('i', old),
      scriptedSale('moved', { date: '2025-06-01', updatedAt: now() }),
    ];
    await sync(channel.id);
    clock.now += 40 * DAY;
    business.provider.documents.pop();
    await sync(channel.id);
    expect(await states()).toEqual({ 'N-i': 'active', 'N-moved': 'deleted_at_source' });
  });

  it('G-07 voids nothing when what is missing cannot be asked for', async () => {
    const { channel, clock } = await synced(invoices(6));
    clock.now += 40 * DAY;
    business.provider.documents = invoices(3);
    business.provider.before = ({ kind }) => {
      if (kind === 'documents') throw new ProviderError('rejected', 'Not today');
    };
    expect((await sync(channel.id)).state).toBe('failed');
    expect(Object.values(await states())).toEqual(Array(6).fill('active'));
    expect((await cursorNow()).unsure).toContain('invoice');
    business.provider.before = () => {};
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { voided: 3 } });
  });
});
