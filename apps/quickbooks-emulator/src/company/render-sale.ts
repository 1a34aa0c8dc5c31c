import { decimalsOf, toJsonNumber } from '../numbers/money.ts';
import { formatDay } from '../time/calendar-day.ts';
import { formatPacificSecond } from '../time/pacific-time.ts';
import type { Switches } from '../switches.ts';
import type { Company } from './company.ts';
import { currencyName } from './currencies.ts';
import { renderCustomer } from './render-customer.ts';
import type { DocumentRow } from './document-table.ts';
import { renderHomeAmounts, renderTax } from './render-amounts.ts';
import { renderLines } from './render-lines.ts';
import type { Sale } from './sale.ts';
import { totalsOf } from './totals.ts';

export type Json = Record<string, unknown>;

/**
 * One document as the service writes it in queries and change sets. Fields are set one by one, not spread together:
 * that is several times faster, and a page has a thousand of these.
 */
export function renderSale(company: Company, row: DocumentRow, sale: Sale, switches: Switches): Json {
  const totals = totalsOf(row.type, sale);
  const decimals = decimalsOf(sale.currency);
  const isUnitedStates = company.country === 'US';
  const balance = toJsonNumber(totals.balance, decimals);
  const document: Json = {};
  if (row.type === 'Invoice') {
    document['AllowIPNPayment'] = false;
    document['AllowOnlinePayment'] = false;
    document['AllowOnlineCreditCardPayment'] = false;
    document['AllowOnlineACHPayment'] = false;
  } else if (row.type === 'CreditMemo') {
    document['RemainingCredit'] = balance;
  }
  document['domain'] = 'QBO';
  document['sparse'] = false;
  document['Id'] = row.id;
  document['SyncToken'] = String(row.version);
  document['MetaData'] = renderMetaData(row);
  document['CustomField'] = [];
  if (sale.docNumber !== undefined) document['DocNumber'] = sale.docNumber;
  document['TxnDate'] = formatDay(row.txnDay);
  document['CurrencyRef'] = { value: sale.currency, name: currencyName(sale.currency) };
  if (company.otherCurrencies.length > 0) renderHomeAmounts(document, company.homeCurrency, sale, totals);
  if (sale.privateNote !== undefined) document['PrivateNote'] = sale.privateNote;
  if (row.type === 'Invoice') {
    document['LinkedTxn'] = sale.linked.map((linked) => ({ TxnId: linked.id, TxnType: linked.type }));
  }
  if (!isUnitedStates) {
    document['GlobalTaxCalculation'] = sale.taxPercent === undefined ? 'NotApplicable' : 'TaxExcluded';
  }
  document['Line'] = renderLines(sale, totals, isUnitedStates, switches);
  document['TxnTaxDetail'] = renderTax(sale, totals);
  if (sale.customer) renderCustomer(document, sale.customer);
  if (sale.memo !== undefined) document['CustomerMemo'] = { value: sale.memo };
  document['FreeFormAddress'] = true;
  if (row.type === 'SalesReceipt') {
    document['PaymentMethodRef'] = { value: '2', name: 'Check' };
    document['DepositToAccountRef'] = { value: '4', name: 'Undeposited Funds' };
  }
  if (sale.dueDay !== undefined) {
    document['SalesTermRef'] = { value: '3', name: 'Net 30' };
    document['DueDate'] = formatDay(sale.dueDay);
  }
  document['TotalAmt'] = toJsonNumber(totals.total, decimals);
  document['ApplyTaxAfterDiscount'] = sale.isTaxedAfterDiscount;
  document['PrintStatus'] = 'NeedToPrint';
  document['EmailStatus'] = sale.emailedAt === undefined ? 'NotSet' : 'EmailSent';
  if (sale.emailedAt !== undefined) {
    document['DeliveryInfo'] = { DeliveryType: 'Email', DeliveryTime: formatPacificSecond(sale.emailedAt) };
  }
  document['Balance'] = balance;
  return document;
}

/** A single read also carries fields that queries leave out. */
export function renderSingleSale(company: Company, row: DocumentRow, sale: Sale, switches: Switches): Json {
  const document = renderSale(company, row, sale, switches);
  if (row.type === 'Invoice') {
    document['InvoiceLink'] = `https://connect.intuit.com/t/scs-v1-${company.realmId}-${row.id}`;
  }
  return document;
}

function renderMetaData(row: DocumentRow): Json {
  const created = formatPacificSecond(row.created);
  const updated = row.updated === row.created ? created : formatPacificSecond(row.updated);
  if (row.type !== 'Invoice') return { CreateTime: created, LastUpdatedTime: updated };
  return {
    CreateTime: created,
    LastModifiedByRef: { value: '9130357849536636' },
    LastUpdatedTime: updated,
  };
}
