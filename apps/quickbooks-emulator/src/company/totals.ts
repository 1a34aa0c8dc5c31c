import { multiplyRounded } from '../numbers/money.ts';
import { type ItemLine, percentScale, type Sale, type SaleType } from './sale.ts';

const wholeInPercent = 100 * 10 ** percentScale;

/** Amounts of a document in minor units of its currency. */
export interface Totals {
  /** Sum of all item lines, inner lines of bundles once, shipping not included. */
  readonly lineSum: number;
  readonly discount: number;
  readonly taxable: number;
  readonly tax: number;
  readonly total: number;
  readonly balance: number;
}

export function* itemLinesOf(sale: Sale): Generator<ItemLine> {
  for (const line of sale.lines) {
    if (line.kind === 'item') yield line;
    else if (line.kind === 'bundle') yield* line.lines;
  }
}

export function totalsOf(type: SaleType, sale: Sale): Totals {
  let lineSum = 0;
  let taxableLines = 0;
  for (const line of itemLinesOf(sale)) {
    lineSum += line.amount;
    if (line.isTaxable) taxableLines += line.amount;
  }
  const discount = discountOf(sale, lineSum);
  const discountOnTaxable =
    sale.isTaxedAfterDiscount && lineSum > 0 ? multiplyRounded(discount, taxableLines, lineSum) : 0;
  const taxable = sale.taxPercent === undefined ? 0 : taxableLines - discountOnTaxable;
  const tax = multiplyRounded(taxable, sale.taxPercent ?? 0, wholeInPercent);
  const total = lineSum - discount + (sale.shipping ?? 0) + tax;
  const balance = type === 'SalesReceipt' ? 0 : total - sale.paid;
  return { lineSum, discount, taxable, tax, total, balance };
}

function discountOf(sale: Sale, lineSum: number): number {
  if (!sale.discount) return 0;
  if (sale.discount.kind === 'fixed') return Math.min(sale.discount.amount, lineSum);
  return multiplyRounded(lineSum, sale.discount.percent, wholeInPercent);
}
