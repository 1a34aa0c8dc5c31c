import { describe, expect, it } from 'vitest';
import { withDocuments } from '../testing/with-documents.ts';

const { emulator, company, create, change, truth, latest } = withDocuments();

describe('documents through the control API', () => {
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
    const { body } = await company().query(`select * from Invoice where Id = '${id}'`);
    expect(body.QueryResponse).toEqual({});
    expect((await truth('2026-01-01')).find((line) => line.id === id)).toMatchObject({
      state: 'deleted',
      total: '12.00',
    });
    expect((await change(id, 'delete')).status).toBe(409);
  });

  it('poison the pages and change sets they are on until healed', async () => {
    const { id } = await create({});
    const { now } = (await emulator().control<{ now: string }>('clock')).body;
    const changedSince = new Date(Date.parse(now) - 60_000).toISOString();
    const changes = () => company().get(`cdc?entities=Invoice&changedSince=${changedSince}`);
    await change(id, 'poison', { fault: '10000' });
    expect((await company().query('select * from Invoice maxresults 1')).body).toMatchObject({
      Fault: { type: 'SystemFault', Error: [{ code: '10000' }] },
    });
    expect((await changes()).status).toBe(500);
    await change(id, 'poison');
    expect((await changes()).status).toBe(400);
    const statuses = async () => [
      (await company().query('select * from Invoice maxresults 1')).status,
      (await company().query('select * from Invoice startposition 2 maxresults 1')).status,
    ];
    expect(await statuses()).toEqual([400, 200]);
    await change(id, 'heal');
    expect(await statuses()).toEqual([200, 200]);
  });
});
