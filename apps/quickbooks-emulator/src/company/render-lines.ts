import { shippingItemId } from '../catalogue.ts';
import { decimalsOf, priceScale, quantityScale, toJsonNumber } from '../numbers/money.ts';
import type { Switches } from '../switches.ts';
import type { Json } from './render-sale.ts';
import { type BundleLine, type ItemLine, percentScale, type Sale } from './sale.ts';
import type { Totals } from './totals.ts';

interface LineSetting {
  readonly isUnitedStates: boolean;
  readonly switches: Switches;
}

/** Lines in the order the service lists them: goods, subtotal, discount, shipping. */
export function renderLines(sale: Sale, totals: Totals, setting: LineSetting): Json[] {
  const decimals = decimalsOf(sale.currency);
  const money = (minor: number) => toJsonNumber(minor, decimals);
  let number = 0;
  const numbered = () => {
    number += 1;
    return { Id: String(number), LineNum: number };
  };
  const taxCode = (isTaxable: boolean) =>
    setting.isUnitedStates ? (isTaxable ? 'TAX' : 'NON') : isTaxable ? '3' : '4';

  const item = (line: ItemLine): Json => ({
    ...numbered(),
    ...(line.description !== undefined && { Description: line.description }),
    Amount: money(line.amount),
    DetailType: 'SalesItemLineDetail',
    SalesItemLineDetail: {
      ItemRef: { value: line.itemId, name: line.itemName },
      ...(line.unitPrice !== undefined && { UnitPrice: toJsonNumber(line.unitPrice, priceScale) }),
      ...(line.quantity !== undefined && { Qty: toJsonNumber(line.quantity, quantityScale) }),
      ItemAccountRef: { value: '79', name: 'Sales of Product Income' },
      TaxCodeRef: { value: taxCode(line.isTaxable && sale.taxPercent !== undefined) },
    },
    CustomExtensions: [],
  });

  const bundle = (line: BundleLine): Json => {
    const head = numbered();
    const inner = line.lines.map(item);
    const shown = setting.switches.guessGroupLineAmount;
    const outer = shown === 'mixed' ? line.outerAmount : shown;
    const sum = line.lines.reduce((total, each) => total + each.amount, 0);
    return {
      ...head,
      ...(outer !== 'absent' && { Amount: outer === 'sum' ? money(sum) : 0 }),
      DetailType: 'GroupLineDetail',
      GroupLineDetail: {
        GroupItemRef: { value: line.itemId, name: line.itemName },
        Quantity: toJsonNumber(line.quantity, quantityScale),
        Line: inner,
      },
    };
  };

  const lines = sale.lines.map((line): Json => {
    if (line.kind === 'item') return item(line);
    if (line.kind === 'bundle') return bundle(line);
    return {
      ...numbered(),
      Description: line.text,
      DetailType: 'DescriptionOnly',
      DescriptionLineDetail: {},
    };
  });
  lines.push({ Amount: money(totals.lineSum), DetailType: 'SubTotalLineDetail', SubTotalLineDetail: {} });
  if (sale.discount) {
    lines.push({
      Amount: money(totals.discount),
      DetailType: 'DiscountLineDetail',
      DiscountLineDetail: {
        PercentBased: sale.discount.kind === 'percent',
        ...(sale.discount.kind === 'percent' && {
          DiscountPercent: toJsonNumber(sale.discount.percent, percentScale),
        }),
        DiscountAccountRef: { value: '86', name: 'Discounts given' },
      },
    });
  }
  if (sale.shipping !== undefined) {
    lines.push({
      Amount: money(sale.shipping),
      DetailType: 'SalesItemLineDetail',
      SalesItemLineDetail: { ItemRef: { value: shippingItemId } },
    });
  }
  return lines;
}
