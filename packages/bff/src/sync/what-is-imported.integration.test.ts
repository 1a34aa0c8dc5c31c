import type { Channel } from '@sales-channels/contract';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { ProviderError } from '../provider/provider-error.ts';
import type { ScriptedProvider } from '../testing/scripted-provider.ts';
import { createScriptedProvider, scriptedSale } from '../testing/scripted-provider.ts';
import { hostConnection, startTestBff, testSession } from '../testing/start-test-bff.ts';

let provider: ScriptedProvider;
let test: Awaited<ReturnType<typeof startTestBff>>;
const advanced = testSession({
  entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 3 },
});

async function start(options: Partial<Parameters<typeof startTestBff>[0]> = {}): Promise<void> {
  const connections = { brightwater: [hostConnection('r1'), hostConnection('r2')] };
  test = await startTestBff({ databaseUri: inject('mongodbUri'), provider, connections, ...options });
  await test.bff.worker.start();
}

async function restart(options: Partial<Parameters<typeof startTestBff>[0]>): Promise<void> {
  await test.stop();
  await start(options);
}

beforeEach(async () => {
  provider = createScriptedProvider();
  await start();
});
afterEach(() => test.stop());

const later = (ms: number) => new Date(Date.now() + ms);
const sync = async (channelId: string) =>
  test.ended((await test.client.syncChannel({ params: { channelId } })).id);
const sales = async () => (await test.client.listSales({ query: { limit: 100 } })).items;
const only = async () => {
  const [summary, ...others] = await sales();
  expect(others).toEqual([]);
  return test.client.getSale({ params: { saleId: summary?.id ?? '' } });
};

describe('what is imported', () => {
  it('F-02 is every field of a document, lines in their order', async () => {
    const line = scriptedSale('x').lines[0]!;
    const createdAt = new Date('2026-03-05T18:00:00Z');
    provider.documents = [
      scriptedSale('77', {
        number: 'INV-77',
        customer: { externalId: '9', name: 'Amélie 🧵 عميل' },
        dueDate: '2026-04-04',
        currency: 'JPY',
        exchangeRate: '0.006612',
        lines: [
          {
            ...line,
            quantity: '2.5',
            unitPrice: '400.0001',
            amount: '1000',
            taxCode: 'TAX',
            className: 'Retail',
            group: { itemId: '201', name: 'Set' },
          },
          {
            ...line,
            kind: 'description',
            itemId: null,
            itemName: null,
            description: 'With thanks',
            quantity: null,
            unitPrice: null,
            amount: '0',
          },
        ],
        discount: '100',
        shipping: '50',
        tax: '95',
        total: '1045',
        balance: '45',
        note: 'Fragile',
        createdAt,
        updatedAt: createdAt,
      }),
    ];
    await sync((await test.openChannel()).id);
    expect(await only()).toMatchObject({
      number: 'INV-77',
      customerId: '9',
      customerName: 'Amélie 🧵 عميل',
      date: '2026-03-05',
      dueDate: '2026-04-04',
      currency: 'JPY',
      exchangeRate: '0.006612',
      lines: [
        {
          quantity: '2.5',
          unitPrice: '400.0001',
          amount: '1000',
          taxCode: 'TAX',
          className: 'Retail',
          group: { itemId: '201', name: 'Set' },
        },
        { kind: 'description', description: 'With thanks', quantity: null, unitPrice: null, amount: '0' },
      ],
      discount: '100',
      shipping: '50',
      tax: '95',
      total: '1045',
      balance: '45',
      note: 'Fragile',
      providerCreatedAt: createdAt.toISOString(),
      providerUpdatedAt: createdAt.toISOString(),
    });
  });

  it('F-08 is told apart by company, kind and id; numbers may repeat', async () => {
    provider.documents = [
      scriptedSale('1', { number: '1001' }),
      scriptedSale('2', { number: '1001' }),
      scriptedSale('1', { type: 'sales_receipt', number: '1001' }),
    ];
    await sync((await test.openChannel()).id);
    expect(await sales()).toHaveLength(3);
  });

  it('F-09 is each of two sales to the same customer for the same amount on the same day', async () => {
    provider.documents = [scriptedSale('1', { number: null }), scriptedSale('2', { number: null })];
    await sync((await test.openChannel()).id);
    expect(await sales()).toHaveLength(2);
  });

  it('L-01 and L-02 are kept apart by company: own channel, own floor, own cursor, same number', async () => {
    provider.documents = [
      scriptedSale('1', { date: '2026-01-10' }),
      scriptedSale('2', { date: '2026-06-10' }),
    ];
    await test.client.setSalesTracking({ body: { enabled: true } });
    const client = test.clientOf(advanced);
    const floors = ['2026-01-01', '2026-05-01'];
    const { items: connections } = await client.listConnections();
    const channels: Channel[] = [];
    for (const [index, { id }] of connections.entries()) {
      const body = { type: 'accounting' as const, connectionId: id, initialSyncDate: floors[index] ?? '' };
      channels.push(await client.createChannel({ body }));
    }
    const runs = await Promise.all(channels.map(({ currentRun }) => test.ended(currentRun?.id ?? '')));
    expect(runs.map(({ counts }) => counts.created)).toEqual([2, 1]);
    expect(
      (await sales())
        .filter(({ number }) => number === 'N-2')
        .map(({ channelName }) => channelName)
        .toSorted(),
    ).toEqual(['Scripted Books · Company r1', 'Scripted Books · Company r2']);
    provider.before = ({ accessToken }) => {
      if (accessToken === 'token-of-r2')
        throw new ProviderError('rejected', 'Only this company is in trouble');
    };
    expect((await sync(channels[0]!.id)).state).toBe('succeeded');
    expect((await sync(channels[1]!.id)).state).toBe('failed');
    expect((await client.listChannels()).items.map(({ status }) => status)).toEqual([
      'up_to_date',
      'sync_failed',
      'active',
    ]);
  });

  it('nothing in range is a success with zeros', async () => {
    const run = await sync((await test.openChannel()).id);
    expect(run).toMatchObject({
      state: 'succeeded',
      counts: { created: 0, updated: 0, voided: 0, unchanged: 0, errors: 0 },
    });
  });
});

describe('what changes afterwards', () => {
  it('G-01 replaces lines, so that removed ones are gone', async () => {
    const line = scriptedSale('1').lines[0]!;
    provider.documents = [scriptedSale('1', { lines: [line, { ...line, itemId: '6', itemName: 'Plate' }] })];
    const channel = await test.openChannel();
    await sync(channel.id);
    const before = await only();
    provider.documents = [
      scriptedSale('1', { lines: [{ ...line, quantity: '3' }], customer: null, updatedAt: later(5) }),
    ];
    await sync(channel.id);
    const after = await only();
    expect(after).toMatchObject({
      id: before.id,
      customerName: null,
      revision: 2,
      lines: [{ itemId: '5', quantity: '3' }],
    });
    expect(after.lines).toHaveLength(1);
  });

  it('D-06 leaves out a document dated before the floor when it is edited later', async () => {
    provider.documents = [scriptedSale('old', { date: '2025-12-31' })];
    const channel = await test.openChannel('2026-01-01');
    await sync(channel.id);
    provider.documents = [scriptedSale('old', { date: '2025-12-31', number: 'paid', updatedAt: later(5) })];
    expect((await sync(channel.id)).counts).toEqual({
      created: 0,
      updated: 0,
      voided: 0,
      unchanged: 0,
      errors: 0,
    });
    expect(await sales()).toEqual([]);
  });

  it('G-10 follows a date that moves out of range and into it', async () => {
    provider.documents = [scriptedSale('out'), scriptedSale('in', { date: '2025-12-31' })];
    const channel = await test.openChannel('2026-01-01');
    await sync(channel.id);
    provider.documents = [
      scriptedSale('out', { date: '2025-11-30', updatedAt: later(5) }),
      scriptedSale('in', { date: '2026-02-01', updatedAt: later(5) }),
    ];
    expect((await sync(channel.id)).counts).toMatchObject({ created: 1, updated: 1 });
    expect(await sales()).toMatchObject([
      { number: 'N-in', outOfRange: false },
      { number: 'N-out', outOfRange: true },
    ]);
    expect(await test.client.getSalesTotals({ query: {} })).toMatchObject({ count: 1, outOfRange: 1 });
  });

  it('G-05 takes a credit memo that was deleted or zeroed for cancelled', async () => {
    const memo = { type: 'credit_memo' as const, total: '5.00' };
    provider.documents = [scriptedSale('deleted', memo), scriptedSale('zeroed', memo)];
    const channel = await test.openChannel();
    await sync(channel.id);
    provider.documents = [
      scriptedSale('zeroed', { ...memo, total: '0', isAllZero: true, updatedAt: later(5) }),
    ];
    provider.deleted = [{ type: 'credit_memo', externalId: 'deleted', at: later(5) }];
    expect((await sync(channel.id)).counts).toMatchObject({ voided: 2 });
    expect((await sales()).map(({ state, total }) => [state, total])).toEqual([
      ['voided', '-5'],
      ['voided', '-5'],
    ]);
  });

  it('G-07 voids nothing because something could not be read', async () => {
    provider.documents = Array.from({ length: 5 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    await sync(channel.id);
    provider.documents = [];
    provider.before = () => {
      throw new ProviderError('rejected', 'No answer today');
    };
    await sync(channel.id);
    provider.before = () => {};
    await sync(channel.id);
    expect(await test.client.getSalesTotals({ query: {} })).toMatchObject({ count: 5, voided: 0 });
  });

  it('E-08 brings in what is changed while the first sync runs, however long it takes', async () => {
    const hour = 3_600_000;
    let now = Date.now() - 5 * hour;
    provider = createScriptedProvider({ now: () => new Date(now) });
    await restart({ provider });
    provider.documents = Array.from({ length: 6 }, (_, index) =>
      scriptedSale(`i${index}`, { updatedAt: new Date(now - hour) }),
    );
    const channel = await test.openChannel();
    let pages = 0;
    provider.before = ({ kind, type }) => {
      if (kind !== 'page' || type !== 'invoice' || (pages += 1) !== 2) return;
      // Its page has been read already; the next one takes two hours.
      provider.documents[0] = scriptedSale('i0', {
        number: 'edited meanwhile',
        updatedAt: new Date(now + 1000),
      });
      now += 2 * hour;
    };
    await sync(channel.id);
    expect((await sales()).map(({ number }) => number)).toContain('edited meanwhile');
  });

  it('E-09 stores nothing after a page that could not be stored, and misses no change until the next run', async () => {
    const hour = 3_600_000;
    let now = Date.now() - 5 * hour;
    provider = createScriptedProvider({ now: () => new Date(now) });
    await restart({ provider });
    const before = new Date(now - hour);
    provider.documents = [
      scriptedSale('i1', { updatedAt: before }),
      scriptedSale('r1', { type: 'sales_receipt', updatedAt: before }),
      scriptedSale('m1', { type: 'credit_memo', updatedAt: before }),
    ];
    const channel = await test.openChannel();
    // The first page to arrive meets an unusable date in the database driver.
    provider.documents[0] = { ...provider.documents[0]!, total: 'not a number' };
    expect((await sync(channel.id)).state).toBe('failed');
    const stored = (await sales()).length;
    expect(stored).toBeLessThan(3);
    now += hour;
    provider.documents = provider.documents.map((document) => ({
      ...document,
      total: '7.00',
      updatedAt: new Date(now - hour / 2),
    }));
    expect((await sync(channel.id)).state).toBe('succeeded');
    expect((await sales()).map(({ total }) => total).toSorted()).toEqual(['-7', '7', '7']);
  });

  it('D-07 notices what was deleted between a failed first sync and a date that was moved', async () => {
    provider.documents = Array.from({ length: 4 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    let pages = 0;
    provider.before = ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 2)
        throw new ProviderError('rejected', 'Not today');
    };
    expect((await sync(channel.id)).counts.created).toBe(3);
    provider.before = () => {};
    provider.documents = provider.documents.slice(1);
    provider.deleted = [{ type: 'invoice', externalId: 'i0', at: later(5) }];
    await test.client.updateChannel({
      params: { channelId: channel.id },
      body: { initialSyncDate: '2026-02-01' },
    });
    await sync(channel.id);
    expect(await test.client.getSalesTotals({ query: {} })).toMatchObject({ count: 3, voided: 1 });
  });

  it('G-04 takes a sale with a full discount for void once its quantities are gone too', async () => {
    const line = scriptedSale('x').lines[0]!;
    const gift = { total: '0', balance: '0', discount: '10.10', lines: [line] };
    provider.documents = [scriptedSale('gift', gift)];
    const channel = await test.openChannel();
    await sync(channel.id);
    const lines = [{ ...line, quantity: '0', unitPrice: null, amount: '0' }];
    provider.documents = [
      scriptedSale('gift', {
        ...gift,
        discount: '0',
        lines,
        isAllZero: true,
        note: 'Annulée',
        updatedAt: later(5),
      }),
    ];
    expect((await sync(channel.id)).counts).toMatchObject({ voided: 1, updated: 0 });
    expect(await only()).toMatchObject({ state: 'voided', lines: [{ quantity: '1', amount: '10.1' }] });
  });

  it('A-04 stops a run between two pages when sales tracking is turned off, and keeps what it has', async () => {
    provider.documents = Array.from({ length: 9 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    let pages = 0;
    provider.before = async ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) === 3)
        await test.client.setSalesTracking({ body: { enabled: false } });
    };
    expect(await sync(channel.id)).toMatchObject({ state: 'stopped', counts: { created: 6 } });
    provider.before = () => {};
    await test.client.setSalesTracking({ body: { enabled: true } });
    expect(await sync(channel.id)).toMatchObject({
      state: 'succeeded',
      counts: { created: 3 },
      progress: { done: 9 },
    });
  });

  it('E-13 leaves a wait of hours to the next run', async () => {
    const channel = await test.openChannel();
    provider.before = ({ kind }) => {
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
    provider.documents = [scriptedSale('1'), scriptedSale('2')];
    expect((await sync((await test.openChannel()).id)).counts.created).toBe(2);
    const [sale] = await sales();
    expect((await test.client.getSale({ params: { saleId: sale?.id ?? '' } })).lines).toMatchObject([
      { match: null },
    ]);
  });

  it('H-06 keeps what was imported before access was lost, and the cursor', async () => {
    provider.documents = Array.from({ length: 7 }, (_, index) => scriptedSale(`i${index}`));
    const channel = await test.openChannel();
    let pages = 0;
    provider.before = ({ kind, type }) => {
      if (kind === 'page' && type === 'invoice' && (pages += 1) >= 3)
        throw new ProviderError('access_lost', 'The user was removed');
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'access_lost' },
      counts: { created: 6 },
    });
    const { items } = await test.client.listChannels();
    expect(items[0]).toMatchObject({ status: 'sync_failed', attention: ['access_lost'], lastSyncedAt: null });
    expect(await sales()).toHaveLength(6);
    provider.before = () => {};
    expect((await sync(channel.id)).counts).toMatchObject({ created: 1 });
  });

  it('J-07 notices at the next call that the company disconnected the app', async () => {
    const channel = await test.openChannel();
    await sync(channel.id);
    provider.before = () => {
      throw new ProviderError('unauthorized', 'Disconnected from inside');
    };
    expect(await sync(channel.id)).toMatchObject({
      state: 'failed',
      problem: { code: 'reconnect_required' },
    });
    expect((await test.client.listConnections()).items[0]?.status).toBe('reconnect_required');
  });

  it('E-10 counts and names a document that cannot be read, and imports the rest', async () => {
    provider.documents = [scriptedSale('good')];
    const readPage = provider.pageSince.bind(provider);
    provider.pageSince = async (access, query) => ({
      ...(await readPage(access, query)),
      unreadable:
        query.type === 'invoice'
          ? [{ type: 'invoice', externalId: 'bad', number: '666', reason: 'The total is no number.' }]
          : [],
    });
    const channel = await test.openChannel();
    expect(await sync(channel.id)).toMatchObject({
      state: 'completed_with_errors',
      counts: { created: 1, errors: 1 },
      errors: [{ type: 'invoice', externalId: 'bad', number: '666', reason: 'The total is no number.' }],
    });
    expect((await test.client.listChannels()).items[0]).toMatchObject({
      status: 'completed_with_errors',
      attention: ['document_errors'],
    });
  });

  it('E-13 tries a failure that passes again within the run', async () => {
    provider.documents = [scriptedSale('1')];
    let failures = 2;
    provider.before = ({ kind }) => {
      if (kind === 'page' && (failures -= 1) >= 0)
        throw new ProviderError('throttled', 'Too fast', { retryAfterMs: 50 });
    };
    expect(await sync((await test.openChannel()).id)).toMatchObject({
      state: 'succeeded',
      counts: { created: 1 },
    });
    expect(failures).toBeLessThan(0);
  });

  it('E-04 shows every user the last result', async () => {
    const channel = await test.openChannel();
    const run = await sync(channel.id);
    const colleague = test.clientOf(testSession({ user: { id: 'sam', name: 'Sam' }, permissions: ['read'] }));
    const seen = await colleague.getChannel({ params: { channelId: channel.id } });
    expect(seen).toMatchObject({
      lastRun: run,
      lastSyncedAt: run.endedAt,
      currentRun: null,
      status: 'up_to_date',
    });
    expect(run.requestedBy).toEqual({ id: 'dana', name: 'Dana' });
  });
});
