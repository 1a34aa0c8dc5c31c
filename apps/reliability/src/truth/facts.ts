import type { Sale } from '@sales-channels/contract';
import type { Truth } from '@sales-channels/quickbooks-emulator';
import { Big } from 'big.js';

/** What is compared of a document. Amounts are texts that are equal when the amounts are. */
export interface Facts {
  /** `invoice 17`: its kind and its id in the company. */
  key: string;
  state: Sale['state'] | 'deleted';
  date: string;
  currency: string;
  /** Its total, signed, and the sum of its lines. */
  amounts: string;
  balance: string;
}

const TYPES: Record<Truth['type'], Sale['type']> = {
  Invoice: 'invoice',
  SalesReceipt: 'sales_receipt',
  CreditMemo: 'credit_memo',
};

export const keyOf = ({ type, id }: Pick<Truth, 'type' | 'id'>): string => `${TYPES[type]} ${id}`;

export const factsOfTruth = (truth: Truth): Facts => ({
  key: keyOf(truth),
  state: truth.state,
  date: truth.txnDate,
  currency: truth.currency,
  amounts: amountsOf(truth.type, truth.total, truth.lineSum),
  balance: exact(truth.balance),
});

/** Sales here are negative for credit memos, documents there are not. */
export const amountsOf = (type: Truth['type'], total: string | number, lineSum: string | number): string =>
  `${exact(type === 'CreditMemo' ? new Big(total).times(-1) : total)} ${exact(lineSum)}`;

export const factsOfSale = (sale: Sale): Facts => ({
  key: `${sale.type} ${sale.externalId}`,
  state: sale.voidReason === 'deleted_at_source' ? 'deleted' : sale.state,
  date: sale.date,
  currency: sale.currency,
  amounts: `${exact(sale.total)} ${exact(sale.lines.reduce((sum, { amount }) => sum.plus(amount), new Big(0)))}`,
  balance: exact(sale.balance),
});

/** With as many decimals everywhere; minus zero is zero. */
function exact(amount: Big.BigSource): string {
  const value = new Big(amount);
  return (value.eq(0) ? new Big(0) : value).toFixed(4);
}
