import { beforeAll, describe, expect, it } from 'vitest';
import type { Truth } from '../company/truth.ts';
import type { CompanyClient, WireDocument } from '../testing/emulator-client.ts';
import { realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator();
let company: CompanyClient;
beforeAll(async () => {
  company = emulator().company(realm, (await emulator().connect(realm)).access_token);
});

const truth = async () => {
  const { text } = await emulator().control(`truth?realm=${realm}`);
  return text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Truth);
};

describe('truth', () => {
  it('agrees with what queries return, document by document', async () => {
    const lines = new Map((await truth()).map((line) => [`${line.type} ${line.id}`, line]));
    expect(lines.size).toBe(460);
    for (const type of ['Invoice', 'SalesReceipt', 'CreditMemo'] as const) {
      const { body } = await company.query(`select * from ${type} maxresults 1000`);
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
});
