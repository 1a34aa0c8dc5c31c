import { decimalsOf, toDecimalText } from '../numbers/money.ts';
import { formatDay } from '../time/calendar-day.ts';
import type { Company } from './company.ts';
import type { DocumentState } from './document-table.ts';
import type { SaleType } from './sale.ts';
import { totalsOf } from './totals.ts';

/** What a correct client must come to know of one document. Amounts are decimal strings with the currency's decimals. */
export interface Truth {
  readonly type: SaleType;
  readonly id: string;
  readonly docNumber: string | null;
  readonly state: DocumentState;
  readonly txnDate: string;
  readonly currency: string;
  readonly total: string;
  readonly lineSum: string;
  readonly balance: string;
}

/**
 * Every document whose date is, or ever was, on or after a day; voided and deleted ones included, the latter with what
 * they said last.
 */
export function* truthOf(company: Company, sinceDay: number): Generator<Truth> {
  const table = company.documents;
  for (let slot = 0; slot < table.size; slot += 1) {
    const row = table.row(slot);
    if (row.latestTxnDay < sinceDay) continue;
    const sale = table.sale(slot);
    const totals = totalsOf(row.type, sale);
    const text = (minor: number) => toDecimalText(minor, decimalsOf(sale.currency));
    yield {
      type: row.type,
      id: row.id,
      docNumber: sale.docNumber ?? null,
      state: row.state,
      txnDate: formatDay(row.txnDay),
      currency: sale.currency,
      total: text(totals.total),
      lineSum: text(totals.lineSum),
      balance: text(totals.balance),
    };
  }
}
