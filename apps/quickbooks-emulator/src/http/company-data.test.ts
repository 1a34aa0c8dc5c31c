import { beforeAll, describe, expect, it } from 'vitest';
import type { CompanyClient, FaultBody, WireDocument } from '../testing/emulator-client.ts';
import { realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator();
let company: CompanyClient;
beforeAll(async () => {
  company = emulator().company(realm, (await emulator().connect(realm)).access_token);
});

describe('company data', () => {
  it('describes the company, whose own id is 1', async () => {
    const { body } = await company.get<{ CompanyInfo: object }>(`companyinfo/${realm}`);
    expect(body.CompanyInfo).toMatchObject({ Id: '1', CompanyName: 'Test Company', Country: 'US' });
  });

  it('tells the home currency and whether there are others', async () => {
    const { body } = await company.get<{ Preferences: object }>('preferences');
    expect(body.Preferences).toMatchObject({
      CurrencyPrefs: { MultiCurrencyEnabled: true, HomeCurrency: { value: 'USD' } },
    });
  });

  it('reads one item', async () => {
    const { body } = await company.get<{ Item: object }>('item/2');
    expect(body.Item).toMatchObject({ Id: '2', Name: 'Cable harness', Type: 'Inventory', UnitPrice: 42 });
  });

  it('adds a link to an invoice that is read singly, which queries leave out', async () => {
    const { body } = await company.query('select * from Invoice maxresults 1');
    const [queried] = body.QueryResponse.Invoice as [WireDocument];
    const read = await company.get<{ Invoice: object }>(`invoice/${queried.Id}`);
    expect(read.body.Invoice).toEqual({ ...queried, InvoiceLink: expect.any(String) });
    expect(queried).not.toHaveProperty('InvoiceLink');
  });

  it('answers 610 to a document of another type, an unknown one and a deleted one', async () => {
    const { body } = await emulator().control<{ id: string }>('documents', { realm, type: 'Invoice' });
    expect((await company.get(`invoice/${body.id}`)).status).toBe(200);
    await emulator().control(`documents/Invoice/${body.id}/delete?realm=${realm}`, {});
    for (const path of [
      `invoice/${body.id}`,
      `salesreceipt/${body.id}`,
      'creditmemo/99999999',
      'invoice/x',
    ]) {
      const fault = await company.get<FaultBody>(path);
      expect([fault.status, fault.body.Fault.Error[0]?.code]).toEqual([400, '610']);
    }
  });

  it('creates a journal entry that balances, with an id of the common sequence', async () => {
    const line = (posting: string, account: string, amount: number) => ({
      Amount: amount,
      DetailType: 'JournalEntryLineDetail',
      JournalEntryLineDetail: { PostingType: posting, AccountRef: { value: account } },
    });
    const post = <Body>(lines: object[]) =>
      company.get<Body>('journalentry', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ TxnDate: '2026-11-20', Line: lines }),
      });
    const created = await post<{ JournalEntry: { Id: string; SyncToken: string } }>([
      line('Debit', '81', 120.5),
      line('Credit', '90', 120.5),
    ]);
    expect(created.status).toBe(200);
    expect(created.body.JournalEntry).toMatchObject({ SyncToken: '0', TxnDate: '2026-11-20' });
    const read = await company.get<{ JournalEntry: object }>(`journalentry/${created.body.JournalEntry.Id}`);
    expect(read.body.JournalEntry).toEqual(created.body.JournalEntry);

    const uneven = await post<FaultBody>([line('Debit', '81', 120.5), line('Credit', '90', 120)]);
    expect([uneven.status, uneven.body.Fault.Error[0]?.code]).toEqual([400, '6000']);
    const unknown = await post<FaultBody>([line('Debit', '7', 1), line('Credit', '90', 1)]);
    expect([unknown.status, unknown.body.Fault.Error[0]?.code]).toEqual([400, '2500']);
    const { body } = await company.query('select count(*) from JournalEntry');
    expect(body.QueryResponse.totalCount).toBe(1);
  });

  it('writes JSON only to those who accept it', async () => {
    expect((await company.get('preferences', { headers: { accept: 'application/xml' } })).status).toBe(406);
  });
});
