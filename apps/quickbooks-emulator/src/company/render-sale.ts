import { decimalsOf, multiplyRounded, toJsonNumber } from '../numbers/money.ts';
import { formatDay } from '../time/calendar-day.ts';
import { formatPacificSecond } from '../time/pacific-time.ts';
import type { Switches } from '../switches.ts';
import type { Company } from './company.ts';
import { currencyName, exchangeRateOf } from './currencies.ts';
import type { Customer } from './customers.ts';
import type { DocumentRow } from './document-table.ts';
import { renderLines } from './render-lines.ts';
import { percentScale, type Sale } from './sale.ts';
import { type Totals, totalsOf } from './totals.ts';

export type Json = Record<string, unknown>;

/** One document as the service writes it in queries and change sets. */
export function renderSale(company: Company, row: DocumentRow, sale: Sale, switches: Switches): Json {
  const totals = totalsOf(row.type, sale);
  const decimals = decimalsOf(sale.currency);
  const money = (minor: number) => toJsonNumber(minor, decimals);
  const document: Json = {
    ...(row.type === 'Invoice' && {
      AllowIPNPayment: false,
      AllowOnlinePayment: false,
      AllowOnlineCreditCardPayment: false,
      AllowOnlineACHPayment: false,
    }),
    ...(row.type === 'CreditMemo' && { RemainingCredit: money(totals.balance) }),
    domain: 'QBO',
    sparse: false,
    Id: row.id,
    SyncToken: String(row.version),
    MetaData: {
      CreateTime: formatPacificSecond(row.created),
      ...(row.type === 'Invoice' && { LastModifiedByRef: { value: '9130357849536636' } }),
      LastUpdatedTime: formatPacificSecond(row.updated),
    },
    CustomField: [],
    ...(sale.docNumber !== undefined && { DocNumber: sale.docNumber }),
    TxnDate: formatDay(row.txnDay),
    CurrencyRef: { value: sale.currency, name: currencyName(sale.currency) },
    ...homeAmounts(company, sale, totals),
    ...(sale.privateNote !== undefined && { PrivateNote: sale.privateNote }),
    ...(row.type === 'Invoice' && {
      LinkedTxn: sale.linked.map((linked) => ({ TxnId: linked.id, TxnType: linked.type })),
    }),
    ...(company.country !== 'US' && {
      GlobalTaxCalculation: sale.taxPercent === undefined ? 'NotApplicable' : 'TaxExcluded',
    }),
    Line: renderLines(sale, totals, { isUnitedStates: company.country === 'US', switches }),
    TxnTaxDetail: renderTax(sale, totals, money),
    ...(sale.customer && renderCustomer(sale.customer)),
    ...(sale.memo !== undefined && { CustomerMemo: { value: sale.memo } }),
    FreeFormAddress: true,
    ...(row.type === 'SalesReceipt' && {
      PaymentMethodRef: { value: '2', name: 'Check' },
      DepositToAccountRef: { value: '4', name: 'Undeposited Funds' },
    }),
    ...(sale.dueDay !== undefined && {
      DueDate: formatDay(sale.dueDay),
      SalesTermRef: { value: '3', name: 'Net 30' },
    }),
    TotalAmt: money(totals.total),
    ApplyTaxAfterDiscount: sale.isTaxedAfterDiscount,
    PrintStatus: 'NeedToPrint',
    EmailStatus: sale.emailedAt === undefined ? 'NotSet' : 'EmailSent',
    ...(sale.emailedAt !== undefined && {
      DeliveryInfo: { DeliveryType: 'Email', DeliveryTime: formatPacificSecond(sale.emailedAt) },
    }),
    Balance: money(totals.balance),
  };
  return document;
}

/** A single read also carries fields that queries leave out. */
export function renderSingleSale(company: Company, row: DocumentRow, sale: Sale, switches: Switches): Json {
  const document = renderSale(company, row, sale, switches);
  if (row.type !== 'Invoice') return document;
  return { ...document, InvoiceLink: `https://connect.intuit.com/t/scs-v1-${company.realmId}-${row.id}` };
}

function homeAmounts(company: Company, sale: Sale, totals: Totals): Json {
  if (company.otherCurrencies.length === 0) return {};
  const rate = exchangeRateOf(sale.currency, company.homeCurrency);
  const homeDecimals = decimalsOf(company.homeCurrency);
  const divisor = 10 ** (6 + decimalsOf(sale.currency) - homeDecimals);
  const home = (minor: number) =>
    toJsonNumber(multiplyRounded(minor, Math.round(rate * 1_000_000), divisor), homeDecimals);
  return { ExchangeRate: rate, HomeTotalAmt: home(totals.total), HomeBalance: home(totals.balance) };
}

function renderTax(sale: Sale, totals: Totals, money: (minor: number) => number): Json {
  if (sale.taxPercent === undefined) return { TotalTax: 0 };
  return {
    TxnTaxCodeRef: { value: '2' },
    TotalTax: money(totals.tax),
    TaxLine: [
      {
        Amount: money(totals.tax),
        DetailType: 'TaxLineDetail',
        TaxLineDetail: {
          TaxRateRef: { value: '3' },
          PercentBased: true,
          TaxPercent: toJsonNumber(sale.taxPercent, percentScale),
          NetAmountTaxable: money(totals.taxable),
        },
      },
    ],
  };
}

function renderCustomer(customer: Customer): Json {
  const number = Number(customer.id);
  return {
    CustomerRef: { value: customer.id, name: customer.name },
    BillAddr: {
      Id: String(2 * number + 100),
      Line1: customer.contact,
      Line2: customer.name,
      Line3: customer.street,
      Line4: `${customer.city}, ${customer.region}  ${customer.postalCode}`,
    },
    ShipAddr: {
      Id: String(2 * number + 101),
      Line1: customer.street,
      City: customer.city,
      CountrySubDivisionCode: customer.region,
      PostalCode: customer.postalCode,
    },
    BillEmail: { Address: customer.email },
  };
}
