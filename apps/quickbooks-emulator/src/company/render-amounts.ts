import { decimalsOf, multiplyRounded, toJsonNumber } from '../numbers/money.ts';
import { exchangeRateOf } from './currencies.ts';
import type { Json } from './render-sale.ts';
import { percentScale, type Sale } from './sale.ts';
import type { Totals } from './totals.ts';

const rateScale = 6;

/** Puts the exchange rate and the amounts in the home currency on a document of a multicurrency company. */
export function renderHomeAmounts(document: Json, homeCurrency: string, sale: Sale, totals: Totals): void {
  const rate = exchangeRateOf(sale.currency, homeCurrency);
  const homeDecimals = decimalsOf(homeCurrency);
  const factor = Math.round(rate * 10 ** rateScale);
  const divisor = 10 ** (rateScale + decimalsOf(sale.currency) - homeDecimals);
  const home = (minor: number) => toJsonNumber(multiplyRounded(minor, factor, divisor), homeDecimals);
  document['ExchangeRate'] = rate;
  document['HomeTotalAmt'] = home(totals.total);
  document['HomeBalance'] = home(totals.balance);
}

export function renderTax(sale: Sale, totals: Totals): Json {
  if (sale.taxPercent === undefined) return { TotalTax: 0 };
  const decimals = decimalsOf(sale.currency);
  const tax = toJsonNumber(totals.tax, decimals);
  const detail = {
    TaxRateRef: { value: '3' },
    PercentBased: true,
    TaxPercent: toJsonNumber(sale.taxPercent, percentScale),
    NetAmountTaxable: toJsonNumber(totals.taxable, decimals),
  };
  return {
    TxnTaxCodeRef: { value: '2' },
    TotalTax: tax,
    TaxLine: [{ Amount: tax, DetailType: 'TaxLineDetail', TaxLineDetail: detail }],
  };
}
