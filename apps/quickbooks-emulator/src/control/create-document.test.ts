import { describe, expect, it } from 'vitest';
import type { Shown } from '../testing/with-documents.ts';
import { withDocuments } from '../testing/with-documents.ts';
import { realm } from '../testing/with-emulator.ts';

const { emulator, create, truth, latest } = withDocuments();

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

  it('can appear late, with an update time that has passed', async () => {
    const { body } = await emulator().control<Shown>('documents?lateSeconds=90', { realm, type: 'Invoice' });
    const age = Date.now() - Date.parse(body.document.MetaData.LastUpdatedTime);
    expect(age).toBeGreaterThanOrEqual(90_000);
    expect((await emulator().control('documents?lateSeconds=soon', { realm, type: 'Invoice' })).status).toBe(
      400,
    );
  });
});
