import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { WireDocument } from '../testing/emulator-client.ts';
import { withDocuments } from '../testing/with-documents.ts';

const { emulator, company, truth } = withDocuments();

describe('truth', () => {
  it('agrees with what queries return, document by document', async () => {
    const lines = new Map((await truth()).map((line) => [`${line.type} ${line.id}`, line]));
    expect(lines.size).toBe(460);
    for (const type of ['Invoice', 'SalesReceipt', 'CreditMemo'] as const) {
      const { body } = await company().query(`select * from ${type} maxresults 1000`);
      for (const document of body.QueryResponse[type] ?? []) {
        const line = lines.get(`${type} ${document.Id}`);
        const decimals = document.CurrencyRef.value === 'JPY' ? 0 : 2;
        const shipping = (each: WireDocument['Line'][number]) =>
          each.SalesItemLineDetail?.ItemRef.value === 'SHIPPING_ITEM_ID';
        const sum = document.Line.flatMap((each) => each.GroupLineDetail?.Line ?? [each])
          .filter((each) => each.DetailType === 'SalesItemLineDetail' && !shipping(each))
          .reduce((total, each) => total + Math.round((each.Amount ?? 0) * 100), 0);
        expect(line).toMatchObject({
          txnDate: document.TxnDate,
          currency: document.CurrencyRef.value,
          total: document.TotalAmt.toFixed(decimals),
          balance: document.Balance.toFixed(decimals),
          lineSum: (sum / 100).toFixed(decimals),
          state: document.PrivateNote?.startsWith('Voided') === true ? 'voided' : 'active',
        });
      }
    }
  });

  it('is written without a warning however slowly it is read', async () => {
    const warnings: Error[] = [];
    const note = (warning: Error) => warnings.push(warning);
    process.on('warning', note);
    await emulator().control('companies', { realmId: '9341450000000066', name: 'Large', documents: 10_000 });
    const response = await fetch(`${emulator().url}/control/truth?realm=9341450000000066`);
    let text = '';
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
      text += chunk;
      await wait(2);
    }
    process.off('warning', note);
    expect(text.trim().split('\n')).toHaveLength(10_000 * 3);
    expect(warnings).toEqual([]);
  });
});
