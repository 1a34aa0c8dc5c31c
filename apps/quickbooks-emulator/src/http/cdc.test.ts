import { beforeEach, describe, expect, it } from 'vitest';
import type { CompanyClient, FaultBody, WireDocument } from '../testing/emulator-client.ts';
import { realm, withEmulator } from '../testing/with-emulator.ts';

interface ChangeBody {
  readonly CDCResponse: readonly [{ readonly QueryResponse: readonly ChangeSet[] }];
}
type ChangeSet = Partial<Record<'Invoice' | 'SalesReceipt' | 'CreditMemo', WireDocument[]>>;
interface Shown {
  readonly id: string;
}

const emulator = withEmulator({
  companies: [
    { realmId: realm, name: 'Test', documents: { invoices: 1500, salesReceipts: 30, creditMemos: 10 } },
  ],
});
let company: CompanyClient;
beforeEach(async () => {
  await emulator().control('reset', {});
  company = emulator().company(realm, (await emulator().connect(realm)).access_token);
});

const ago = (seconds: number) => new Date(Date.now() - seconds * 1000).toISOString();
const changes = async (since: string, entities = 'Invoice,SalesReceipt,CreditMemo') =>
  company.get<ChangeBody>(`cdc?entities=${entities}&changedSince=${encodeURIComponent(since)}`);
const setsOf = async (since: string, entities?: string) =>
  (await changes(since, entities)).body.CDCResponse[0].QueryResponse;
const create = async (type: string) =>
  (await emulator().control<Shown>('documents', { realm, type })).body.id;
const change = (type: string, id: string, kind: string, body: unknown = {}) =>
  emulator().control(`documents/${type}/${id}/${kind}?realm=${realm}`, body);

describe('change data capture', () => {
  it('is empty when nothing changed', async () => {
    expect(await setsOf(ago(3600), 'Invoice')).toEqual([{}]);
  });

  it('groups by entity and lists deleted records last, as stubs', async () => {
    const [gone, kept] = [await create('Invoice'), await create('Invoice')];
    const memo = await create('CreditMemo');
    await change('Invoice', gone, 'delete');
    await change('Invoice', kept, 'email');
    const [invoices, receipts, memos] = await setsOf(ago(3600), 'invoice,SALESRECEIPT,creditmemo');
    expect(invoices?.Invoice?.map((each) => each.Id)).toEqual([kept, gone]);
    expect(invoices?.Invoice?.at(-1)).toEqual({
      domain: 'QBO',
      status: 'Deleted',
      Id: gone,
      MetaData: { LastUpdatedTime: expect.stringMatching(/-0[78]:00$/) },
    });
    expect(invoices?.Invoice?.[0]).toMatchObject({ Id: kept, SyncToken: '0', EmailStatus: 'EmailSent' });
    expect(receipts).toEqual({});
    expect(memos?.CreditMemo?.map((each) => each.Id)).toEqual([memo]);
  });

  it('cuts off at 1,000 over all entities, so that what comes last is lost', async () => {
    const { body } = await emulator().control<{ realmId: string }>('companies', {
      realmId: '9341450000000055',
      name: 'Busy',
      documents: { invoices: 4000, salesReceipts: 40, creditMemos: 40 },
      from: new Date(Date.now() - 8 * 86_400_000).toISOString().slice(0, 10),
    });
    const busy = emulator().company(body.realmId, (await emulator().connect(body.realmId)).access_token);
    const url = `cdc?entities=Invoice,SalesReceipt,CreditMemo&changedSince=${ago(29 * 86_400)}`;
    const shared = (await busy.get<ChangeBody>(url)).body.CDCResponse[0].QueryResponse;
    expect(shared.map((set) => Object.values(set).find(Array.isArray)?.length)).toEqual([
      1000,
      undefined,
      undefined,
    ]);
    await emulator().control('switches', { guessCdcCapShared: false });
    const each = (await busy.get<ChangeBody>(url)).body.CDCResponse[0].QueryResponse;
    expect(each.map((set) => Object.values(set).find(Array.isArray)?.length)).toEqual([1000, 40, 40]);
  });

  it('refuses to look back more than 30 days, with a status that is a guess', async () => {
    expect((await changes(ago(30 * 86_400 - 60))).status).toBe(200);
    const refused = await company.get<FaultBody>(
      `cdc?entities=Invoice&changedSince=${ago(30 * 86_400 + 60)}`,
    );
    expect(refused.status).toBe(400);
    expect(refused.body.Fault.Error[0]?.Detail).toContain('which is older than fixed days is not supported');
    await emulator().control('switches', { guessCdcTooOldStatus: 500 });
    expect((await changes(ago(31 * 86_400))).status).toBe(500);
  });

  it('includes the second asked for, unless that guess is switched', async () => {
    const id = await create('Invoice');
    const [before] = await setsOf(ago(3600), 'Invoice');
    const at = before?.Invoice?.[0]?.MetaData.LastUpdatedTime ?? '';
    const [same] = await setsOf(at, 'Invoice');
    expect(same?.Invoice?.map((each) => each.Id)).toEqual([id]);
    await emulator().control('switches', { guessCdcInclusive: false });
    expect(await setsOf(at, 'Invoice')).toEqual([{}]);
  });

  it('answers a fault to an unencoded plus sign, an unknown entity and missing parameters', async () => {
    for (const path of [
      'cdc?entities=Invoice&changedSince=2026-11-22T10:00:00+01:00',
      `cdc?entities=Unicorn&changedSince=${ago(60)}`,
      `cdc?changedSince=${ago(60)}`,
      'cdc?entities=Invoice',
    ]) {
      const { status, body } = await company.get<FaultBody>(path);
      expect([status, body.Fault.type]).toEqual([400, 'ValidationFault']);
    }
  });
});
