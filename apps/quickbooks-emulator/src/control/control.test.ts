import { beforeEach, describe, expect, it } from 'vitest';
import type { Truth } from '../company/truth.ts';
import type { CompanyClient, WireDocument } from '../testing/emulator-client.ts';
import { realm, withEmulator } from '../testing/with-emulator.ts';

interface Shown {
  readonly type: string;
  readonly id: string;
  readonly state: string;
  readonly document: WireDocument;
}
const emulator = withEmulator();
let company: CompanyClient;
beforeEach(async () => {
  await emulator().control('reset', {});
  company = emulator().company(realm, (await emulator().connect(realm)).access_token);
});

const create = async (body: object) =>
  (await emulator().control<Shown>('documents', { realm, type: 'Invoice', ...body })).body;
const change = (id: string, kind: string, body: object = {}, type = 'Invoice') =>
  emulator().control<Shown>(`documents/${type}/${id}/${kind}?realm=${realm}`, body);
const truth = async (since?: string) => {
  const { text } = await emulator().control(
    `truth?realm=${realm}${since === undefined ? '' : `&since=${since}`}`,
  );
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth);
};
const latest = async () => {
  const { body } = await company.query('select * from Invoice maxresults 1');
  return body.QueryResponse.Invoice?.[0] as WireDocument;
};

describe('documents through the control API', () => {
  it('are created with exact amounts: lines, bundle, note, discount, shipping, tax', async () => {
    const { id, document } = await create({
      txnDate: '2026-11-02',
      customerName: 'Brand New Customer',
      docNumber: 'T-1',
      lines: [
        { item: '1', qty: 3, unitPrice: '19.99' },
        { item: 'Starter kit', qty: 2 },
        { description: 'Handle with care' },
        { item: 11, amount: '40', taxable: false },
      ],
      discountPercent: 10,
      shipping: '12.5',
      taxPercent: '8.25',
    });
    // Lines 59.97 + 2 × (37 + 42 + 64.20) + 40 = 386.37; less 38.64; taxable 346.37 − 34.64 = 311.73, tax 25.72.
    expect(document).toMatchObject({ Id: id, TxnDate: '2026-11-02', DocNumber: 'T-1', SyncToken: '0' });
    expect(document.CustomerRef?.name).toBe('Brand New Customer');
    expect(document.TxnTaxDetail.TotalTax).toBe(25.72);
    expect(document.TotalAmt).toBe(385.95);
    expect(document.Line.map((line) => line.DetailType)).toEqual([
      'SalesItemLineDetail',
      'GroupLineDetail',
      'DescriptionOnly',
      'SalesItemLineDetail',
      'SubTotalLineDetail',
      'DiscountLineDetail',
      'SalesItemLineDetail',
    ]);
    expect(await latest()).toEqual(document);
    expect((await truth('2026-11-02')).find((line) => line.id === id)).toEqual({
      type: 'Invoice',
      id,
      docNumber: 'T-1',
      state: 'active',
      txnDate: '2026-11-02',
      currency: 'USD',
      total: '385.95',
      lineSum: '386.37',
      balance: '385.95',
    });
  });

  it('have whole yen in yen, and may lack number and customer', async () => {
    const yen = await create({ currency: 'JPY', lines: [{ item: 2, qty: '1.5', unitPrice: 333 }] });
    expect(yen.document).toMatchObject({ TotalAmt: 500, CurrencyRef: { value: 'JPY' } });
    expect((await truth()).find((line) => line.id === yen.id)?.total).toBe('500');
    const bare = await create({ type: 'SalesReceipt', customerName: null, docNumber: null });
    expect(bare.document).not.toHaveProperty('CustomerRef');
    expect(bare.document).not.toHaveProperty('DocNumber');
  });

  it('are edited: new version, new update time, same creation time', async () => {
    const { id, document } = await create({});
    await emulator().control('clock', { advanceSeconds: 5 });
    await change(id, 'edit', { lines: [{ item: 5, qty: 2 }], privateNote: 'changed' });
    const edited = await latest();
    expect(edited).toMatchObject({ Id: id, SyncToken: '1', TotalAmt: 19.5, PrivateNote: 'changed' });
    expect(edited.MetaData.CreateTime).toBe(document.MetaData.CreateTime);
    expect(Date.parse(edited.MetaData.LastUpdatedTime)).toBeGreaterThan(
      Date.parse(document.MetaData.LastUpdatedTime),
    );
  });

  it('are paid in part and in full, which links payments and counts as an update', async () => {
    const { id } = await create({ lines: [{ amount: 100 }] });
    await change(id, 'pay', { amount: '30.25' });
    expect(await latest()).toMatchObject({ Balance: 69.75, TotalAmt: 100, SyncToken: '1' });
    await change(id, 'pay');
    const paid = await latest();
    expect([paid.Balance, paid.LinkedTxn?.length]).toEqual([0, 2]);
    expect((await change(id, 'pay')).status).toBe(409);
  });

  it('are e-mailed without a new version', async () => {
    const { id } = await create({});
    await change(id, 'email');
    expect(await latest()).toMatchObject({ Id: id, SyncToken: '0', EmailStatus: 'EmailSent' });
  });

  it('are voided as the service does it', async () => {
    const { id } = await create({
      privateNote: 'why',
      lines: [
        { item: 1, qty: 2 },
        { item: 12, qty: 1 },
      ],
      shipping: 5,
      discountAmount: 1,
      taxPercent: 8,
    });
    await change(id, 'pay', { amount: 1 });
    expect((await change(id, 'void')).body.state).toBe('voided');
    const voided = await latest();
    expect(voided).toMatchObject({
      Id: id,
      TotalAmt: 0,
      Balance: 0,
      PrivateNote: 'Voided - why',
      TxnTaxDetail: { TotalTax: 0 },
      LinkedTxn: [],
    });
    expect(voided).not.toHaveProperty('status');
    const lines = voided.Line.flatMap((line) => [line, ...(line.GroupLineDetail?.Line ?? [])]);
    for (const line of lines) {
      expect(line.Amount ?? 0).toBe(0);
      expect(line.SalesItemLineDetail ?? {}).not.toHaveProperty('UnitPrice');
      expect(line.SalesItemLineDetail?.Qty ?? 0).toBe(0);
    }
    expect((await change(id, 'edit')).status).toBe(409);
  });

  it('are deleted for good, and truth still knows them', async () => {
    const { id } = await create({ lines: [{ amount: 12 }] });
    await change(id, 'delete');
    const { body } = await company.query(`select * from Invoice where Id = '${id}'`);
    expect(body.QueryResponse).toEqual({});
    expect((await truth('2026-01-01')).find((line) => line.id === id)).toMatchObject({
      state: 'deleted',
      total: '12.00',
    });
    expect((await change(id, 'delete')).status).toBe(409);
  });

  it('poison the pages they are on until healed', async () => {
    const { id } = await create({});
    await change(id, 'poison');
    const statuses = async () => [
      (await company.query('select * from Invoice maxresults 1')).status,
      (await company.query('select * from Invoice startposition 2 maxresults 1')).status,
    ];
    expect(await statuses()).toEqual([400, 200]);
    await change(id, 'heal');
    expect(await statuses()).toEqual([200, 200]);
  });

  it('can appear late, with an update time that has passed', async () => {
    const { body } = await emulator().control<Shown>('documents?lateSeconds=90', { realm, type: 'Invoice' });
    const age = Date.now() - Date.parse(body.document.MetaData.LastUpdatedTime);
    expect(age).toBeGreaterThanOrEqual(90_000);
    expect((await emulator().control('documents?lateSeconds=soon', { realm, type: 'Invoice' })).status).toBe(
      400,
    );
  });

  it('move to another date, and truth keeps those that left the period', async () => {
    const { id } = await create({ txnDate: '2026-10-01' });
    await change(id, 'date', { txnDate: '2020-05-05' });
    expect((await latest()).TxnDate).toBe('2020-05-05');
    expect((await truth('2026-10-01')).find((line) => line.id === id)?.txnDate).toBe('2020-05-05');
    expect((await truth('2026-10-02')).find((line) => line.id === id)).toBeUndefined();
  });

  it('work on seeded documents as on new ones', async () => {
    const { body } = await company.query(
      'select * from CreditMemo where TotalAmt > 0 orderby TxnDate maxresults 1',
    );
    const [memo] = body.QueryResponse.CreditMemo as [WireDocument];
    expect((await change(memo.Id, 'void', {}, 'creditmemo')).status).toBe(200);
    const after = await company.query('select * from CreditMemo maxresults 1');
    expect(after.body.QueryResponse.CreditMemo?.[0]).toMatchObject({
      Id: memo.Id,
      TotalAmt: 0,
      DocNumber: memo.DocNumber,
    });
  });
});

describe('the control API', () => {
  it.each([
    ['documents', {}],
    ['documents', { realm, type: 'Bill' }],
    ['documents', { realm, type: 'Invoice', txnDate: '2026-02-30' }],
    ['documents', { realm, type: 'Invoice', lines: [{ item: 'Unicorn', qty: 1 }] }],
    ['documents', { realm, type: 'Invoice', lines: [{ amount: '1.005' }] }],
    ['documents', { realm, type: 'Invoice', customerName: null }],
    ['documents', { realm, type: 'Invoice', surprise: true }],
    ['faults', { kind: 'earthquake' }],
    ['switches', { guessNothing: true }],
    ['switches', { guessCdcOrder: 'sideways' }],
    ['clock', { now: 'noon' }],
    ['companies', { realmId: '9341450000000099', name: 'X', from: '2026-02-30' }],
  ])('refuses POST %s with %j and says why', async (path, body) => {
    const { status, body: answer } = await emulator().control<{ error: string }>(path, body);
    expect(status).toBe(400);
    expect(answer.error.length).toBeGreaterThan(10);
  });

  it('answers 404 to unknown companies, documents, changes and operations', async () => {
    for (const path of ['truth?realm=1', 'nothing'])
      expect((await emulator().control(path)).status).toBe(404);
    expect((await change('999999', 'void')).status).toBe(404);
    const { id } = await create({});
    expect((await change(id, 'explode')).status).toBe(404);
  });

  it('adds a company that can be connected, once', async () => {
    const seed = {
      realmId: '9341450000000066',
      name: 'Added',
      documents: 3,
      homeCurrency: 'GBP',
      country: 'GB',
      seed: 9,
    };
    expect((await emulator().control('companies', seed)).status).toBe(201);
    expect((await emulator().control('companies', seed)).status).toBe(409);
    const added = emulator().company(seed.realmId, (await emulator().connect(seed.realmId)).access_token);
    const { body } = await added.query('select * from Invoice');
    expect(body.QueryResponse.Invoice).toHaveLength(3);
    expect(body.QueryResponse.Invoice?.[0]).toHaveProperty('GlobalTaxCalculation');
    expect((await emulator().control('companies')).text).toContain('"isConnected":true');
  });

  it('sets the clock, which stamps what happens next', async () => {
    await emulator().control('clock', { now: '2027-03-01T20:00:00Z' });
    const { document } = await create({});
    expect(document.TxnDate).toBe('2027-03-01');
    expect(document.MetaData.CreateTime.slice(0, 17)).toBe('2027-03-01T12:00:');
  });

  it('serves the control page', async () => {
    const response = await fetch(`${emulator().url}/`);
    expect(response.headers.get('content-type')).toContain('text/html');
    expect(await response.text()).toContain('QuickBooks emulator');
  });
});
