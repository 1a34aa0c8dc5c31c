import { describe, expect, it } from 'vitest';
import type { WireDocument } from '../testing/emulator-client.ts';
import { withDocuments } from '../testing/with-documents.ts';

const { emulator, company, create, change, truth, latest } = withDocuments();

describe('documents through the control API', () => {
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

  it('move to another date, and truth keeps those that left the period', async () => {
    const { id } = await create({ txnDate: '2026-10-01' });
    await change(id, 'date', { txnDate: '2020-05-05' });
    expect((await latest()).TxnDate).toBe('2020-05-05');
    expect((await truth('2026-10-01')).find((line) => line.id === id)?.txnDate).toBe('2020-05-05');
    expect((await truth('2026-10-02')).find((line) => line.id === id)).toBeUndefined();
  });

  it('work on seeded documents as on new ones', async () => {
    const { body } = await company().query(
      'select * from CreditMemo where TotalAmt > 0 orderby TxnDate maxresults 1',
    );
    const [memo] = body.QueryResponse.CreditMemo as [WireDocument];
    expect((await change(memo.Id, 'void', {}, 'creditmemo')).status).toBe(200);
    const after = await company().query('select * from CreditMemo maxresults 1');
    expect(after.body.QueryResponse.CreditMemo?.[0]).toMatchObject({
      Id: memo.Id,
      TotalAmt: 0,
      DocNumber: memo.DocNumber,
    });
  });
});
