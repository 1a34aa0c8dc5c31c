import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import type { ScriptedProvider } from '../testing/scripted-provider.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, startTestBff } from '../testing/start-test-bff.ts';

const zero = { created: 0, updated: 0, voided: 0, unchanged: 0, errors: 0 };
let provider: ScriptedProvider;
let test: Awaited<ReturnType<typeof startTestBff>>;

beforeEach(async () => {
  provider = createScriptedProvider();
  test = await startTestBff({
    databaseUri: inject('mongodbUri'),
    provider,
    connections: { brightwater: [hostConnection('r1')] },
  });
  await test.bff.worker.start();
});
afterEach(() => test.stop());

const later = (ms: number) => new Date(Date.now() + ms);
const sync = async (channelId: string) =>
  test.ended((await test.client.syncChannel({ params: { channelId } })).id);
const feed = async () => (await test.client.listChanges({ query: { limit: 1000 } })).items;

describe('a sync', () => {
  it('F-10 brings in every page from the floor, then asks once for changes', async () => {
    provider.documents = [
      ...Array.from({ length: 7 }, (_, index) => scriptedSale(`i${index}`)),
      ...Array.from({ length: 3 }, (_, index) => scriptedSale(`r${index}`, { type: 'sales_receipt' })),
      scriptedSale('m0', { type: 'credit_memo', total: '4.00' }),
      scriptedSale('old', { date: '2025-12-31' }),
    ];
    const channel = await test.openChannel('2026-01-01');
    const run = await sync(channel.id);
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { ...zero, created: 11 },
      progress: { done: 11 },
    });
    const made = (kind: string) => provider.calls.filter((call) => call.kind === kind).length;
    // Counted before for the progress, and after for the proof.
    expect([made('page'), made('changes'), made('count')]).toEqual([6, 1, 6]);
    expect(run.providerCalls).toBe(13);
    const totals = await test.client.getSalesTotals({ query: {} });
    expect(totals).toMatchObject({ count: 11, totals: [{ currency: 'USD', total: '97', count: 11 }] });
  });

  it('E-06 changes nothing the second time, neither sales nor feed', async () => {
    provider.documents = [scriptedSale('1', { updatedAt: later(-1000) }), scriptedSale('2')];
    const channel = await test.openChannel();
    await sync(channel.id);
    const before = { sales: await test.database.collection('sales').find().toArray(), feed: await feed() };
    const again = await sync(channel.id);
    expect(again.counts).toEqual({ ...zero, unchanged: 1 });
    expect({ sales: await test.database.collection('sales').find().toArray(), feed: await feed() }).toEqual(
      before,
    );
  });

  it('E-02 brings in edits, voids and deletions made since', async () => {
    provider.documents = ['1', '2', '3', '4'].map((id) => scriptedSale(id));
    const channel = await test.openChannel();
    await sync(channel.id);
    const at = later(5);
    provider.documents = [
      scriptedSale('1', { number: 'edited', updatedAt: at }),
      scriptedSale('2', { total: '0', isVoid: true, isAllZero: true, note: 'Voided', updatedAt: at }),
      scriptedSale('3'),
      scriptedSale('5', { updatedAt: at }),
    ];
    provider.deleted = [
      { type: 'invoice', externalId: '4', at },
      { type: 'invoice', externalId: 'never-seen', at },
    ];
    expect((await sync(channel.id)).counts).toEqual({
      created: 1,
      updated: 1,
      voided: 2,
      unchanged: 0,
      errors: 0,
    });
    const { items } = await test.client.listSales({ query: {} });
    const states = Object.fromEntries(
      items.map(({ number, state, voidReason, total }) => [number, { state, voidReason, total }]),
    );
    expect(states).toEqual({
      edited: { state: 'active', voidReason: null, total: '10.1' },
      'N-2': { state: 'voided', voidReason: 'voided_at_source', total: '10.1' },
      'N-3': { state: 'active', voidReason: null, total: '10.1' },
      'N-4': { state: 'voided', voidReason: 'deleted_at_source', total: '10.1' },
      'N-5': { state: 'active', voidReason: null, total: '10.1' },
    });
    expect(await test.client.getSalesTotals({ query: {} })).toMatchObject({ count: 3, voided: 2 });
  });

  it('E-09 leaves the cursor where it was when it fails, and goes on from there without duplicates', async () => {
    provider.documents = Array.from({ length: 7 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    let pages = 0;
    provider.before = ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 3)
        throw new ProviderError('rejected', 'A page of nonsense');
    };
    const failed = await sync(channel.id);
    expect(failed).toMatchObject({
      state: 'failed',
      problem: { code: 'provider_failed' },
      counts: { created: 6 },
    });
    expect(await test.client.getChannel({ params: { channelId: channel.id } })).toMatchObject({
      status: 'sync_failed',
      lastSyncedAt: null,
    });
    provider.before = () => {};
    const again = await sync(channel.id);
    expect(again).toMatchObject({ state: 'succeeded', counts: { ...zero, created: 1 } });
    expect((await test.client.getSalesTotals({ query: {} })).count).toBe(7);
  });

  it('H-03 makes the connection and its channel ask for a sign-in when the grant is over', async () => {
    const channel = await test.openChannel();
    provider.before = () => {
      throw new ProviderError('unauthorized', 'The token is not accepted');
    };
    const run = await sync(channel.id);
    expect(run).toMatchObject({ state: 'failed', problem: { code: 'reconnect_required' } });
    const { status } = await test.client.getChannel({ params: { channelId: channel.id } });
    expect(status).toBe('reconnect_required');
    await expect(test.client.syncChannel({ params: { channelId: channel.id } })).rejects.toMatchObject({
      code: 'reconnect_required',
    });
  });

  it('E-05 answers a second request with the run there is, and never starts a second', async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    provider.before = ({ kind }) => (kind === 'page' ? held : undefined);
    provider.documents = [];
    const channel = await test.openChannel();
    const run = await test.client.syncChannel({ params: { channelId: channel.id } });
    const others = await Promise.allSettled(
      Array.from({ length: 5 }, () => test.client.syncChannel({ params: { channelId: channel.id } })),
    );
    for (const other of others) {
      expect(other).toMatchObject({
        status: 'rejected',
        reason: { code: 'sync_in_progress', problem: { runId: run.id } },
      });
    }
    release();
    expect((await test.ended(run.id)).state).toBe('succeeded');
    const { items } = await test.client.listRuns({ params: { channelId: channel.id }, query: {} });
    expect(items.map(({ id }) => id)).toEqual([run.id]);
  });

  it('E-05 is taken over when its worker is gone, and what that worker still does changes nothing', async () => {
    provider.documents = Array.from({ length: 4 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    let release = () => {};
    let isHeld = false;
    provider.before = ({ kind, type }) => {
      if (kind !== 'page' || type !== 'invoice' || isHeld) return undefined;
      isHeld = true;
      return new Promise<void>((resolve) => (release = resolve));
    };
    const run = await test.client.syncChannel({ params: { channelId: channel.id } });
    await expect.poll(() => isHeld).toBe(true);
    // The worker hangs in its first call: as after a long pause, its lease has run out and nobody renewed it.
    const channels = test.database.collection('channels');
    await channels.updateOne({ type: 'accounting' }, { $set: { leasedUntil: new Date(Date.now() - 1000) } });
    const sibling = await test.createSibling();
    await sibling.worker.start();
    const ended = await test.ended(run.id);
    expect(ended).toMatchObject({ id: run.id, state: 'succeeded', counts: { created: 4 } });
    const before = await test.database.collection('sales').find().toArray();
    release();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await test.database.collection('sales').find().toArray()).toEqual(before);
    expect(await test.client.getRun({ params: { runId: run.id } })).toEqual(ended);
    await sibling.close();
  });

  it('E-11 goes on in another process when the one that ran it stops', async () => {
    provider.documents = Array.from({ length: 9 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    let pages = 0;
    provider.before = async ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 2)
        await new Promise((resolve) => setTimeout(resolve, 400));
    };
    const run = await test.client.syncChannel({ params: { channelId: channel.id } });
    await expect.poll(() => pages).toBe(2);
    await test.bff.worker.stop();
    expect((await test.client.getRun({ params: { runId: run.id } })).endedAt).toBeNull();
    const sibling = await test.createSibling();
    await sibling.worker.start();
    expect(await test.ended(run.id)).toMatchObject({
      state: 'succeeded',
      counts: { ...zero, created: 9 },
      progress: { done: 9 },
    });
    await sibling.close();
  });

  it('P-01 numbers changes without gaps, each sale at its latest state', async () => {
    provider.documents = Array.from({ length: 5 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    await sync(channel.id);
    const first = await test.client.listChanges({ query: { limit: 2 } });
    expect(first).toMatchObject({ hasMore: true, items: [{ sequence: 1 }, { sequence: 2 }] });
    provider.documents[0] = scriptedSale('i0', { number: 'edited', updatedAt: later(5) });
    await sync(channel.id);
    const rest = await test.client.listChanges({ query: { after: first.cursor, limit: 100 } });
    expect(rest.items.at(-1)).toMatchObject({ sequence: 6, sale: { number: 'edited', revision: 2 } });
    expect(new Set([...first.items, ...rest.items].map(({ sale }) => sale.id)).size).toBe(5);
    const end = await test.client.listChanges({ query: { after: rest.cursor } });
    expect(end).toEqual({ items: [], cursor: rest.cursor, hasMore: false });
  });

  it('D-07 starts over when the floor moves before the first success, and afterwards moves it earlier only', async () => {
    provider.documents = [
      scriptedSale('a', { date: '2026-02-01' }),
      scriptedSale('b', { date: '2026-06-01' }),
    ];
    const channel = await test.openChannel('2026-05-01');
    const move = (initialSyncDate: string) =>
      test.client.updateChannel({ params: { channelId: channel.id }, body: { initialSyncDate } });
    expect((await move('2026-03-01')).initialSyncDate).toBe('2026-03-01');
    expect((await move('2026-05-01')).initialSyncDate).toBe('2026-05-01');
    expect((await sync(channel.id)).counts.created).toBe(1);
    await expect(move('2026-06-02')).rejects.toMatchObject({ code: 'initial_sync_date_locked' });
    await move('2026-01-15');
    expect((await sync(channel.id)).counts).toMatchObject({ created: 1, updated: 0 });
    expect((await test.client.getSalesTotals({ query: {} })).count).toBe(2);
  });
});
