import { describe, expect, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { useSyncedBusiness } from '../testing/use-synced-business.ts';

const { business, restart, sync, sales } = useSyncedBusiness();

describe('a sync in trouble', () => {
  it('G-07 voids nothing because something could not be read', async () => {
    business.provider.documents = Array.from({ length: 5 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await business.test.openChannel();
    await sync(channel.id);
    business.provider.documents = [];
    business.provider.before = () => {
      throw new ProviderError('rejected', 'No answer today');
    };
    await sync(channel.id);
    business.provider.before = () => {};
    await sync(channel.id);
    expect(await business.test.client.getSalesTotals({ query: {} })).toMatchObject({ count: 5, voided: 0 });
  });

  it('E-09 stores nothing after a page that could not be stored, and misses no change until the next run', async () => {
    const hour = 3_600_000;
    let now = Date.now() - 5 * hour;
    await restart({ provider: createScriptedProvider({ now: () => new Date(now) }) });
    const before = new Date(now - hour);
    business.provider.documents = [
      scriptedSale('i1', { updatedAt: before }),
      scriptedSale('r1', { type: 'sales_receipt', updatedAt: before }),
      scriptedSale('m1', { type: 'credit_memo', updatedAt: before }),
    ];
    const channel = await business.test.openChannel();
    // The database turns down the first page to arrive.
    const stored = business.test.database.collection('sales');
    await stored.createIndex({ businessId: 1, source: 1 }, { unique: true, name: 'refuses' });
    expect((await sync(channel.id)).state).toBe('failed');
    expect((await sales()).length).toBeLessThan(3);
    await stored.dropIndex('refuses');
    now += hour;
    business.provider.documents = business.provider.documents.map((document) => ({
      ...document,
      total: '7.00',
      updatedAt: new Date(now - hour / 2),
    }));
    expect((await sync(channel.id)).state).toBe('succeeded');
    expect((await sales()).map(({ total }) => total).toSorted()).toEqual(['-7', '7', '7']);
  });

  it('A-04 stops a run after the page in hand when sales tracking is turned off, and keeps what it has', async () => {
    business.provider.documents = Array.from({ length: 12 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await business.test.openChannel();
    let pages = 0;
    business.provider.before = async ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 3)
        await business.test.client.setSalesTracking({ body: { enabled: false } });
    };
    expect(await sync(channel.id)).toMatchObject({ state: 'stopped', counts: { created: 9 } });
    business.provider.before = () => {};
    await business.test.client.setSalesTracking({ body: { enabled: true } });
    expect(await sync(channel.id)).toMatchObject({
      state: 'succeeded',
      counts: { created: 3 },
      progress: { done: 12 },
    });
  });

  it('E-13 leaves a wait of hours to the next run', async () => {
    const channel = await business.test.openChannel();
    business.provider.before = ({ kind }) => {
      if (kind === 'page')
        throw new ProviderError('throttled', 'Come back tomorrow', { retryAfterMs: 86_400_000 });
    };
    expect(await sync(channel.id)).toMatchObject({ state: 'failed', problem: { code: 'provider_busy' } });
  });

  it("F-03 keeps a sale whose line the host's matcher fails on, and P-03 outlives a host that cannot be told", async () => {
    await restart({
      matchLine: () => Promise.reject(new Error('The matcher is down')),
      onSalesChanged: () => {
        throw new Error('The host is down');
      },
    });
    business.provider.documents = [scriptedSale('1'), scriptedSale('2')];
    expect((await sync((await business.test.openChannel()).id)).counts.created).toBe(2);
    const [sale] = await sales();
    expect((await business.test.client.getSale({ params: { saleId: sale?.id ?? '' } })).lines).toMatchObject([
      { match: null },
    ]);
  });

  it('H-06 keeps what was imported before access was lost, and the cursor', async () => {
    business.provider.documents = Array.from({ length: 7 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await business.test.openChannel();
    let pages = 0;
    business.provider.before = ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) >= 3)
        throw new ProviderError('access_lost', 'The user was removed');
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'access_lost' },
      counts: { created: 6 },
    });
    const { items } = await business.test.client.listChannels();
    expect(items[0]).toMatchObject({ status: 'sync_failed', attention: ['access_lost'], lastSyncedAt: null });
    expect(await sales()).toHaveLength(6);
    business.provider.before = () => {};
    expect((await sync(channel.id)).counts).toMatchObject({ created: 1 });
  });

  it('J-07 notices at the next call that the company disconnected the app', async () => {
    const channel = await business.test.openChannel();
    await sync(channel.id);
    business.provider.before = () => {
      throw new ProviderError('unauthorized', 'Disconnected from inside');
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'reconnect_required' },
    });
    expect((await business.test.client.listConnections()).items[0]?.status).toBe('reconnect_required');
  });

  it('E-10 counts and names a document that cannot be read, and imports the rest', async () => {
    business.provider.documents = [scriptedSale('good')];
    const readPage = business.provider.pageSince.bind(business.provider);
    business.provider.pageSince = async (access, query) => ({
      ...(await readPage(access, query)),
      unreadable:
        query.type === 'invoice'
          ? [
              {
                type: 'invoice',
                externalId: 'bad',
                number: '666',
                reason: 'The total is no number.',
                date: '2026-03-05',
                place: null,
              },
            ]
          : [],
    });
    const count = business.provider.count.bind(business.provider);
    business.provider.count = async (access, query) =>
      (await count(access, query)) +
      Number(query.type === 'invoice' && business.provider.pageSince !== readPage);
    const channel = await business.test.openChannel();
    expect(await sync(channel.id)).toMatchObject({
      state: 'completed_with_errors',
      counts: { created: 1, errors: 1 },
      errors: [{ type: 'invoice', externalId: 'bad', number: '666', reason: 'The total is no number.' }],
    });
    expect((await business.test.client.listChannels()).items[0]).toMatchObject({
      status: 'completed_with_errors',
      attention: ['document_errors'],
    });
    // It is asked for again with the next sync, and comes in once it can be read.
    business.provider.documents.push(scriptedSale('bad', { number: '666' }));
    business.provider.pageSince = readPage;
    expect(await sync(channel.id)).toMatchObject({
      state: 'succeeded',
      counts: { created: 1, errors: 0 },
      errors: [],
    });
    expect((await business.test.client.listChannels()).items[0]).toMatchObject({ attention: [] });
  });

  it('E-10 stores the others when a document cannot be stored', async () => {
    business.provider.documents = [
      scriptedSale('good'),
      scriptedSale('absurd', { total: 'not a number' }),
      scriptedSale('endless', { note: 'x'.repeat(10_000_000) }),
    ];
    const channel = await business.test.openChannel();
    const run = await sync(channel.id);
    expect(run).toMatchObject({ state: 'completed_with_errors', counts: { created: 1, errors: 2 } });
    expect(new Set(run.errors.map(({ externalId }) => externalId))).toEqual(new Set(['absurd', 'endless']));
    expect((await business.test.client.listChannels()).items[0]).toMatchObject({
      attention: ['document_errors'],
      verification: { documents: { invoice: { expected: 3, stored: 1, errors: 2 } } },
    });
    business.provider.documents = [scriptedSale('good'), scriptedSale('absurd')];
    expect(await sync(channel.id)).toMatchObject({ state: 'succeeded', counts: { created: 1, errors: 0 } });
  });

  it('E-13 tries a failure that passes again within the run', async () => {
    business.provider.documents = [scriptedSale('1')];
    let failures = 2;
    business.provider.before = ({ kind }) => {
      if (kind === 'page' && (failures -= 1) >= 0)
        throw new ProviderError('throttled', 'Too fast', { retryAfterMs: 50 });
    };
    expect(await sync((await business.test.openChannel()).id)).toMatchObject({
      state: 'succeeded',
      counts: { created: 1 },
    });
    expect(failures).toBeLessThan(0);
  });
});
