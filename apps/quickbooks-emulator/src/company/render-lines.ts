import { shippingItemId } from '../catalogue.ts';
import { decimalsOf, priceScale, quantityScale, toJsonNumber } from '../numbers/money.ts';
import type { Switches } from '../switches.ts';
import type { Json } from './render-sale.ts';
import { type BundleLine, type Discount, type ItemLine, percentScale, type Sale } from './sale.ts';
import type { Totals } from './totals.ts';

const itemAccount = { value: '79', name: 'Sales of Product Income' };
const discountAccount = { value: '86', name: 'Discounts given' };
const noExtensions: readonly never[] = [];

interface LineSetting {
  readonly decimals: number;
  readonly taxableCode: Json;
  readonly untaxedCode: Json;
  readonly outerAmount: Switches['guessGroupLineAmount'];
  /** Number of the last line written. */
  number: number;
}

/** Lines in the order the service lists them: goods, subtotal, discount, shipping. */
export function renderLines(sale: Sale, totals: Totals, isUnitedStates: boolean, switches: Switches): Json[] {
  const decimals = decimalsOf(sale.currency);
  const untaxedCode = { value: isUnitedStates ? 'NON' : '4' };
  const setting: LineSetting = {
    decimals,
    untaxedCode,
    taxableCode: sale.taxPercent === undefined ? untaxedCode : { value: isUnitedStates ? 'TAX' : '3' },
    outerAmount: switches.guessGroupLineAmount,
    number: 0,
  };
  const lines = sale.lines.map((line): Json => {
    if (line.kind === 'item') return renderItem(line, setting);
    return line.kind === 'bundle' ? renderBundle(line, setting) : renderNote(line.text, setting);
  });
  lines.push({
    Amount: toJsonNumber(totals.lineSum, decimals),
    DetailType: 'SubTotalLineDetail',
    SubTotalLineDetail: {},
  });
  if (sale.discount) lines.push(renderDiscount(sale.discount, toJsonNumber(totals.discount, decimals)));
  if (sale.shipping !== undefined) lines.push(renderShipping(toJsonNumber(sale.shipping, decimals)));
  return lines;
}

function renderItem(line: ItemLine, setting: LineSetting): Json {
  setting.number += 1;
  const { number } = setting;
  const detail: Json = { ItemRef: { value: line.itemId, name: line.itemName } };
  if (line.unitPrice !== undefined) detail['UnitPrice'] = toJsonNumber(line.unitPrice, priceScale);
  if (line.quantity !== undefined) detail['Qty'] = toJsonNumber(line.quantity, quantityScale);
  detail['ItemAccountRef'] = itemAccount;
  detail['TaxCodeRef'] = line.isTaxable ? setting.taxableCode : setting.untaxedCode;
  return {
    Id: String(number),
    LineNum: number,
    Description: line.description,
    Amount: toJsonNumber(line.amount, setting.decimals),
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: detail,
    CustomExtensions: noExtensions,
  };
}

function renderBundle(line: BundleLine, setting: LineSetting): Json {
  setting.number += 1;
  const { number } = setting;
  const inner = line.lines.map((each) => renderItem(each, setting));
  const outer = setting.outerAmount === 'mixed' ? line.outerAmount : setting.outerAmount;
  const sum = line.lines.reduce((total, each) => total + each.amount, 0);
  return {
    Id: String(number),
    LineNum: number,
    Amount: outer === 'absent' ? undefined : outer === 'sum' ? toJsonNumber(sum, setting.decimals) : 0,
    DetailType: 'GroupLineDetail',
    GroupLineDetail: {
      GroupItemRef: { value: line.itemId, name: line.itemName },
      Quantity: toJsonNumber(line.quantity, quantityScale),
      Line: inner,
    },
  };
}

function renderNote(text: string, setting: LineSetting): Json {
  setting.number += 1;
  const { number } = setting;
  return {
    Id: String(number),
    LineNum: number,
    Description: text,
    DetailType: 'DescriptionOnly',
    DescriptionLineDetail: {},
  };
}

function renderDiscount(discount: Discount, amount: number): Json {
  const detail: Json = { PercentBased: discount.kind === 'percent' };
  if (discount.kind === 'percent') detail['DiscountPercent'] = toJsonNumber(discount.percent, percentScale);
  detail['DiscountAccountRef'] = discountAccount;
  return { Amount: amount, DetailType: 'DiscountLineDetail', DiscountLineDetail: detail };
}

function renderShipping(amount: number): Json {
  return {
    Amount: amount,
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: { ItemRef: { value: shippingItemId } },
  };
}
