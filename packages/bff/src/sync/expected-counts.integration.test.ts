import { describe, expect, it } from 'vitest';
import type { SaleType } from '../provider/provider-sale.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { ScriptedProvider } from '../testing/scripted-provider.ts';
import { scriptedSale } from '../testing/scripted-provider.ts';
import { later, useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, sync, sales } = useSyncedBusiness();

type Call = Parameters<ScriptedProvider['before']>[0];

const invoices = (count: number) => Array.from({ length: count }, (_, index) => scriptedSale(`i${index}`));
const channelNow = async () => (await business.test.client.listChannels()).items[0];
const made = (kind: Call['kind'], type?: SaleType) =>
  business.provider.calls.filter((call) => call.kind === kind && (!type || call.type === type)).length;
/** Waits in a call of the provider; what never comes fails it. */
const until = async (isSo: () => boolean): Promise<void> => {
  await expect.poll(isSo, { timeout: 10_000 }).toBe(true);
};
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** How many counts have been answered from now on. */
function watchCounts() {
  const watched = { answered: 0 };
  const count = business.provider.count.bind(business.provider);
  business.provider.count = (access, query) => count(access, query).finally(() => (watched.answered += 1));
  return watched;
}

/** A channel whose documents somebody has had counted, so that all that a first sync counts is for the proof. */
async function openCounted() {
  const channel = await business.test.openChannel('2026-01-01');
  const [connection] = (await business.test.client.listConnections()).items;
  const params = { connectionId: connection?.id ?? '' };
  await business.test.client.previewImport({ params, query: { from: '2026-01-01' } });
  business.provider.calls.length = 0;
  return channel;
}

describe('the counts for the progress of a first sync', () => {
  it('E-01 are asked for beside the pages: one that takes long keeps none waiting', async () => {
    business.provider.documents = invoices(7);
    const channel = await business.test.openChannel();
    const progress = async () => (await channelNow())?.currentRun?.progress;
    const allRead = async () => {
      await expect.poll(async () => (await progress())?.done, { timeout: 10_000 }).toBe(7);
      return progress();
    };
    let atTheEnd: ReturnType<typeof allRead> | undefined;
    business.provider.before = async ({ kind, type }) => {
      if (kind === 'count' && type === 'invoice') await (atTheEnd ??= allRead());
    };
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', progress: { done: 7, total: 7 } });
    expect(await atTheEnd).toEqual({ done: 7, total: null });
    expect([made('page'), made('changes'), made('count')]).toEqual([5, 1, 6]);
  });

  it('E-09 end the sync when one of them fails, and everything beside it', async () => {
    business.provider.documents = invoices(12);
    const channel = await business.test.openChannel();
    let isRefused = false;
    business.provider.before = async ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && made(kind, type) >= 3) await until(() => isRefused);
      if (kind !== 'count' || type !== 'credit_memo') return;
      await until(() => made('page', 'invoice') >= 3);
      isRefused = true;
      throw new ProviderError('rejected', 'No count today');
    };
    const run = await sync(channel.id);
    expect(run).toMatchObject({
      state: 'failed',
      problem: { code: 'provider_failed' },
      progress: { total: null },
    });
    expect(run.counts.created).toBeLessThan(12);
    const calls = business.provider.calls.length;
    await pause(300);
    expect(business.provider.calls).toHaveLength(calls);
    business.provider.before = () => {};
    expect(await sync(channel.id)).toMatchObject({
      state: 'succeeded',
      progress: { done: 12, total: 12 },
    });
  });
});

describe('the counts for the proof after a first sync', () => {
  it('E-16 are asked for while other kinds are read, the last beside the changes, and not once more', async () => {
    business.provider.documents = invoices(7);
    const channel = await openCounted();
    business.provider.before = async ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && made('page', 'invoice') === 3)
        await until(() => made('count', 'sales_receipt') === 1 && made('count', 'credit_memo') === 1);
      if (kind === 'changes') await until(() => made('count', 'invoice') === 1);
    };
    expect((await sync(channel.id)).state).toBe('succeeded');
    expect([made('page'), made('changes'), made('count')]).toEqual([5, 1, 3]);
    expect((await channelNow())?.verification?.documents.invoice).toEqual({
      expected: 7,
      stored: 7,
      errors: 0,
    });
  });

  it('E-16 are made anew where something came meanwhile: no difference, nothing read again', async () => {
    business.provider.documents = invoices(2);
    const channel = await openCounted();
    const counts = watchCounts();
    business.provider.before = async ({ kind }) => {
      if (kind !== 'changes') return;
      await until(() => counts.answered === 3);
      business.provider.documents.push(scriptedSale('meanwhile', { updatedAt: later(0) }));
    };
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 3 } });
    // One more count, of the one kind; where there is a difference it would be one of each, and the changes again.
    expect([made('page'), made('changes'), made('count')]).toEqual([3, 1, 4]);
    expect(await channelNow()).toMatchObject({
      attention: [],
      verification: { documents: { invoice: { expected: 3, stored: 3, errors: 0 } } },
    });
  });

  it('E-16 G-03 are made anew where a deletion may have gone unnoticed meanwhile', async () => {
    const edited = scriptedSale('edited');
    const kept = scriptedSale('kept');
    business.provider.documents = [edited, kept, scriptedSale('deleted')];
    business.provider.truncatesAt = 1;
    const channel = await openCounted();
    const counts = watchCounts();
    business.provider.before = async ({ kind }) => {
      if (kind !== 'changes' || made('changes') > 1) return;
      await until(() => counts.answered === 3);
      business.provider.documents = [{ ...edited, total: '7', updatedAt: later(0) }, kept];
    };
    expect(await sync(channel.id)).toMatchObject({ counts: { created: 3, updated: 1, voided: 1 } });
    expect((await sales()).find(({ number }) => number === 'N-deleted')?.voidReason).toBe(
      'deleted_at_source',
    );
  });

  it('E-09 are asked for of all kinds when the first sync goes on after a failure', async () => {
    business.provider.documents = invoices(7);
    const channel = await openCounted();
    business.provider.before = async ({ kind, type }) => {
      if (kind !== 'page' || type !== 'invoice' || made('page', 'invoice') < 3) return;
      await until(() => made('count', 'sales_receipt') === 1 && made('count', 'credit_memo') === 1);
      throw new ProviderError('rejected', 'A page of nonsense');
    };
    expect((await sync(channel.id)).state).toBe('failed');
    business.provider.before = () => {};
    business.provider.calls.length = 0;
    expect((await sync(channel.id)).state).toBe('succeeded');
    expect([made('page'), made('changes'), made('count')]).toEqual([1, 1, 3]);
    expect((await channelNow())?.verification?.documents.invoice).toMatchObject({ expected: 7, stored: 7 });
  });

  it('E-09 keep out nothing that changed when one of them fails', async () => {
    business.provider.documents = invoices(2);
    const channel = await openCounted();
    const counts = watchCounts();
    business.provider.before = async ({ kind, type }) => {
      if (kind === 'count' && type === 'credit_memo') throw new ProviderError('rejected', 'No count today');
      if (kind !== 'changes') return;
      await until(() => counts.answered === 3);
      business.provider.documents.push(scriptedSale('meanwhile', { updatedAt: later(0) }));
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'provider_failed' },
      counts: { created: 3 },
    });
    expect((await channelNow())?.verification).toBeNull();
    business.provider.before = () => {};
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 0 } });
    expect((await channelNow())?.verification?.documents.invoice).toMatchObject({ expected: 3, stored: 3 });
  });

  it('E-09 do not outlive a run that fails beside them', async () => {
    const channel = await openCounted();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let isRefused = false;
    business.provider.before = async ({ kind, type }) => {
      if (kind === 'count' && type === 'invoice') await held;
      if (kind !== 'changes') return;
      await until(() => made('count', 'invoice') === 1);
      isRefused = true;
      throw new ProviderError('rejected', 'No changes today');
    };
    const { id } = await business.test.client.syncChannel({ params: { channelId: channel.id } });
    await until(() => isRefused);
    await pause(1000);
    const running = (await channelNow())?.currentRun?.id;
    release();
    expect(running).toBe(id);
    expect(await business.test.ended(id)).toMatchObject({
      state: 'failed',
      problem: { code: 'provider_failed' },
    });
  });

  it('I-05 are no failure when the channel becomes inactive while they are asked for', async () => {
    business.provider.documents = invoices(7);
    const channel = await openCounted();
    const params = { channelId: channel.id };
    business.provider.before = async ({ kind, type }) => {
      // The last page is in hand, and the last count is refused.
      if (kind !== 'page' || type !== 'invoice' || made('page', 'invoice') < 3) return;
      await business.test.client.deactivateChannel({ params });
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'stopped',
      counts: { created: 7 },
      problem: { code: 'channel_inactive' },
    });
    business.provider.before = () => {};
    const { currentRun } = await business.test.client.activateChannel({ params });
    expect((await business.test.ended(currentRun?.id ?? '')).state).toBe('succeeded');
    expect((await channelNow())?.verification?.documents.invoice).toMatchObject({ expected: 7, stored: 7 });
  });
});
