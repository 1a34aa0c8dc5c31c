import type { CreateManualSale } from '@sales-channels/contract';
import { manualSaleTotal } from '@sales-channels/contract';
import type { ApiProblem } from '@sales-channels/contract/client';
import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { createScriptedProvider } from '../testing/scripted-provider.ts';
import { hostConnection, startTestBff, testSession } from '../testing/start-test-bff.ts';

// Midnight has passed in UTC and in Auckland, not yet in Honolulu.
const NOW = new Date('2026-05-02T03:00:00Z');
const typed: CreateManualSale = {
  date: '2026-05-01',
  number: 'M-1',
  customerName: 'Harbour Works',
  note: 'Cash',
  currency: 'USD',
  lines: [
    { description: 'Bracket', quantity: '3', unitPrice: '0.335' },
    { description: 'Bracket', quantity: '0.0001', unitPrice: '50' },
  ],
};

let test: Awaited<ReturnType<typeof startTestBff>>;
let told: string[];
beforeEach(async () => {
  told = [];
  test = await startTestBff({
    databaseUri: inject('mongodbUri'),
    provider: createScriptedProvider(),
    clock: () => NOW,
    onSalesChanged: ({ sales }) => void told.push(...sales.map(({ id, state }) => `${id} ${state}`)),
  });
  await test.client.setSalesTracking({ body: { enabled: true } });
});
afterEach(() => test.stop());

const enter = (change: Partial<CreateManualSale> = {}) =>
  test.client.createManualSale({ body: { ...typed, ...change } });
const get = (saleId: string) => test.client.getSale({ params: { saleId } });
const problemOf = (work: Promise<unknown>) =>
  work.then(
    () => Promise.reject(new Error('It was accepted.')),
    (error: unknown) => (error as ApiProblem).problem,
  );

describe('a sale entered by hand', () => {
  it('M-06 is at once in the list, in detail and in the totals, on the Manual channel', async () => {
    const sale = await enter();
    const [manual] = (await test.client.listChannels()).items;
    expect(sale).toMatchObject({
      source: 'manual',
      type: 'manual_sale',
      channelId: manual?.id,
      channelName: 'Manual',
      number: 'M-1',
      customerName: 'Harbour Works',
      note: 'Cash',
      date: '2026-05-01',
      state: 'active',
      balance: '0',
      revision: 1,
      externalId: null,
      externalUrl: null,
      realmId: null,
      voidNote: null,
    });
    expect(await get(sale.id)).toEqual(sale);
    expect((await test.client.listSales({ query: { source: 'manual' } })).items).toMatchObject([
      { id: sale.id, total: sale.total },
    ]);
    expect(await test.client.getSalesTotals({ query: {} })).toMatchObject({
      totals: [{ currency: 'USD', total: sale.total, count: 1 }],
    });
  });

  it.each([
    ['USD', '1.02', ['1.01', '0.01']],
    ['JPY', '1', ['1', '0']],
    ['KWD', '1.01', ['1.005', '0.005']],
  ])('M-02 has the total the form shows, rounded a line, in %s', async (currency, total, amounts) => {
    const sale = await enter({ currency });
    expect(Number(sale.total)).toBe(Number(manualSaleTotal(typed.lines, currency)));
    expect(sale.total).toBe(total);
    expect(sale.lines.map(({ amount }) => amount)).toEqual(amounts);
  });

  it('M-04 takes the same thing twice and refuses quantities and prices that are none', async () => {
    expect((await enter()).lines).toMatchObject([
      { kind: 'item', itemId: null, description: 'Bracket', quantity: '3', unitPrice: '0.335', match: null },
      { description: 'Bracket', quantity: '0.0001' },
    ]);
    for (const bad of [{ quantity: '0' }, { quantity: '1.00001' }, { quantity: '-1' }, { unitPrice: '-1' }]) {
      const line = { description: 'Bracket', quantity: '1', unitPrice: '1', ...bad };
      expect(await problemOf(enter({ lines: [line] }))).toMatchObject({
        code: 'invalid_request',
        errors: [{ path: `body.lines.0.${Object.keys(bad)[0]}` }],
      });
    }
  });

  it("M-05 is not dated after the business' own today, and may be as old as it likes", async () => {
    const enterIn = (timeZone: string, date: string) =>
      test.clientOf(testSession({ timeZone })).createManualSale({ body: { ...typed, date } });
    const refused = { code: 'invalid_request', errors: [{ path: 'body.date' }] };
    expect(await problemOf(enterIn('Pacific/Honolulu', '2026-05-02'))).toMatchObject(refused);
    expect((await enterIn('Pacific/Honolulu', '2026-05-01')).date).toBe('2026-05-01');
    expect((await enterIn('UTC', '2026-05-02')).date).toBe('2026-05-02');
    expect(await problemOf(enterIn('Pacific/Auckland', '2026-05-03'))).toMatchObject(refused);
    expect((await enterIn('UTC', '1900-01-01')).date).toBe('1900-01-01');
  });

  it('M-07 is one sale however often the same request arrives', async () => {
    const send = () => test.client.createManualSale({ body: typed }, { idempotencyKey: 'one' });
    const [first, second] = await Promise.all([send(), send()]);
    expect([second.id, (await send()).id]).toEqual([first.id, first.id]);
    expect((await test.client.listSales({ query: {} })).items).toHaveLength(1);
  });

  it('M-07 is still one sale when the answer was lost before it was kept', async () => {
    const send = (change: Partial<typeof typed> = {}) =>
      test.client.createManualSale({ body: { ...typed, ...change } }, { idempotencyKey: 'lost' });
    const first = await send();
    const kept = test.database.collection('idempotencyKeys');
    await kept.deleteMany({});
    expect(await send()).toEqual(first);
    await kept.deleteMany({});
    await expect(send({ date: '2026-01-02' })).rejects.toMatchObject({ code: 'idempotency_conflict' });
    expect((await test.client.listSales({ query: {} })).items).toHaveLength(1);
  });

  it('M-07 is one sale when two servers enter it at a time', async () => {
    const kept = test.database.collection('idempotencyKeys');
    const send = () => test.client.createManualSale({ body: typed }, { idempotencyKey: 'both' });
    const sending = Array.from({ length: 6 }, async () => {
      await kept.deleteMany({});
      return (await send()).id;
    });
    expect(new Set(await Promise.all(sending)).size).toBe(1);
    expect((await test.client.listSales({ query: {} })).items).toHaveLength(1);
  });

  it('M-01 takes empty texts for none', async () => {
    const lines = [{ description: 'Bracket', quantity: '1', unitPrice: '1' }];
    const sale = await enter({ number: ' ', customerName: '', note: null, lines });
    expect(sale).toMatchObject({ number: null, customerName: null, note: null });
  });

  it('M-06 needs sales tracking to be on', async () => {
    await test.client.setSalesTracking({ body: { enabled: false } });
    expect((await problemOf(enter()))?.code).toBe('sales_tracking_disabled');
    expect((await test.client.listSales({ query: {} })).items).toEqual([]);
  });
});

describe('a change of it', () => {
  it('M-09 is of its number, customer and note, and nothing else', async () => {
    const sale = await enter();
    const params = { saleId: sale.id };
    const edited = await test.client.updateManualSale({ params, body: { number: 'M-2', note: '' } });
    expect(edited).toEqual({ ...sale, number: 'M-2', note: null, revision: 2 });
    const same = await test.client.updateManualSale({ params, body: { number: 'M-2', note: null } });
    expect(same.revision).toBe(2);
    const change = test.client.updateManualSale({ params, body: { date: '2026-01-01' } as object });
    expect((await problemOf(change))?.code).toBe('invalid_request');
  });

  it('M-09 voids it once, with a reason, and keeps what it was made of', async () => {
    const sale = await enter();
    const params = { saleId: sale.id };
    const voided = await test.client.voidSale({ params, body: { reason: ' Entered twice ' } });
    expect(voided).toEqual({
      ...sale,
      state: 'voided',
      voidReason: 'voided_here',
      voidNote: 'Entered twice',
      revision: 2,
    });
    expect(await test.client.voidSale({ params, body: { reason: 'Again' } })).toEqual(voided);
    expect(await test.client.getSalesTotals({ query: {} })).toMatchObject({ totals: [], voided: 1 });
    const edit = test.client.updateManualSale({ params, body: { note: 'late' } });
    expect((await problemOf(edit))?.code).toBe('sale_voided');
    expect((await problemOf(test.client.voidSale({ params, body: { reason: ' ' } })))?.code).toBe(
      'invalid_request',
    );
  });

  it('P-01 goes through the feed, and P-03 is told to the host', async () => {
    const first = await enter();
    const second = await enter({ number: 'M-2' });
    const seen = await test.client.listChanges({ query: {} });
    expect(seen.items.map(({ sale }) => sale.id)).toEqual([first.id, second.id]);
    await test.client.voidSale({ params: { saleId: first.id }, body: { reason: 'Wrong' } });
    await test.client.updateManualSale({ params: { saleId: second.id }, body: { note: 'Late' } });
    const next = await test.client.listChanges({ query: { after: seen.cursor } });
    expect(next.items).toMatchObject([
      { sale: { id: first.id, state: 'voided' } },
      { sale: { id: second.id, note: 'Late' } },
    ]);
    expect(next.items.map(({ sequence }) => sequence)).toEqual([3, 4]);
    await expect
      .poll(() => told.toSorted())
      .toEqual(
        [`${first.id} active`, `${first.id} voided`, `${second.id} active`, `${second.id} active`].toSorted(),
      );
  });

  it('G-12 and U-03 keep who did what, the latest first', async () => {
    const sale = await enter();
    const params = { saleId: sale.id };
    const sam = test.clientOf(testSession({ user: { id: 'sam', name: 'Sam' } }));
    await sam.updateManualSale({ params, body: { customerName: 'Zoë' } });
    await test.client.voidSale({ params, body: { reason: 'Wrong' } });
    const change = (field: string, from: string | null, to: string) => ({ field, label: null, from, to });
    expect((await test.client.listSaleRevisions({ params })).items).toMatchObject([
      {
        number: 3,
        cause: 'voided_here',
        run: null,
        user: { id: 'dana', name: 'Dana' },
        changes: [change('state', 'active', 'voided'), change('voidNote', null, 'Wrong')],
      },
      {
        number: 2,
        cause: 'edited_here',
        user: { id: 'sam', name: 'Sam' },
        changes: [change('customerName', 'Harbour Works', 'Zoë')],
      },
      { number: 1, at: NOW.toISOString(), cause: 'entered', user: { id: 'dana', name: 'Dana' }, changes: [] },
    ]);
    const entries = (await test.client.listAuditEntries({ query: {} })).items;
    expect(entries.filter(({ saleId }) => saleId === sale.id)).toMatchObject([
      { action: 'manual_sale_voided', subject: 'M-1', user: { id: 'dana' } },
      { action: 'manual_sale_changed', user: { id: 'sam' } },
      { action: 'manual_sale_created', channelId: sale.channelId },
    ]);
  });

  it('G-12 keeps the last hundred revisions', async () => {
    const { id } = await enter();
    for (let index = 0; index < 101; index += 1)
      await test.client.updateManualSale({ params: { saleId: id }, body: { note: `Note ${index}` } });
    const { items } = await test.client.listSaleRevisions({ params: { saleId: id } });
    expect([items.length, items[0]?.number, items.at(-1)?.number]).toEqual([100, 102, 3]);
  });

  it('U-02 and B-08 is for those with the permission, in their own business', async () => {
    const sale = await enter();
    const call = (session: ReturnType<typeof testSession>) =>
      problemOf(
        test.clientOf(session).voidSale({ params: { saleId: sale.id }, body: { reason: 'Not mine' } }),
      );
    expect(await call(testSession({ permissions: ['read', 'sync', 'manage'] }))).toMatchObject({
      code: 'forbidden',
      permission: 'manual_sales',
    });
    expect((await call(testSession({ business: { id: 'kestrel', name: 'Kestrel' } })))?.code).toBe(
      'not_found',
    );
    expect(await get(sale.id)).toEqual(sale);
  });
});

describe('without accounting', () => {
  it('M-11 works with no connection at all, and L-03 has a channel of its own to filter by', async () => {
    expect((await test.client.listConnections()).items).toEqual([]);
    const { channelId, id } = await enter();
    const { items } = await test.client.listSales({ query: { channelId } });
    expect(items.map((sale) => sale.id)).toEqual([id]);
  });

  it('M-11 works while the accounting channel waits for a sign-in', async () => {
    const connection = hostConnection('r1');
    const broken = await startTestBff({
      databaseUri: inject('mongodbUri'),
      provider: createScriptedProvider(),
      connections: { brightwater: [connection] },
    });
    try {
      const channel = await broken.openChannel();
      connection.status = 'reconnect_required';
      await broken.client.listConnections();
      const sync = broken.client.syncChannel({ params: { channelId: channel.id } });
      expect((await problemOf(sync))?.code).toBe('reconnect_required');
      const sale = await broken.client.createManualSale({ body: typed });
      const params = { saleId: sale.id };
      await broken.client.updateManualSale({ params, body: { note: 'Late' } });
      expect((await broken.client.voidSale({ params, body: { reason: 'Wrong' } })).state).toBe('voided');
    } finally {
      await broken.stop();
    }
  });
});
