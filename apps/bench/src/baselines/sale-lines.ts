import { Decimal128 } from 'mongodb';
import type { QuickBooksDocument, QuickBooksLine, Ref } from './quickbooks-documents.ts';

export const decimal = (value: number): Decimal128 => Decimal128.fromString(String(value));
export const decimalOrNull = (value: number | undefined): Decimal128 | null =>
  value === undefined ? null : decimal(value);

/** The lines of a stored sale, and what a document has as lines and a sale has not. */
export function saleLines({ Line }: QuickBooksDocument) {
  const lines: object[] = [];
  let discount = 0;
  let shipping = 0;
  const add = (line: QuickBooksLine, group: { itemId: string; name: string | null } | null): void => {
    switch (line.DetailType) {
      case 'SalesItemLineDetail':
        if (line.SalesItemLineDetail?.ItemRef?.value === 'SHIPPING_ITEM_ID') shipping += line.Amount ?? 0;
        else lines.push(itemLine(line, group));
        break;
      case 'GroupLineDetail': {
        const outer = groupOf(line.GroupLineDetail?.GroupItemRef);
        for (const inner of line.GroupLineDetail?.Line ?? []) add(inner, outer);
        break;
      }
      case 'DescriptionOnly':
        lines.push(noteLine(line, group));
        break;
      case 'DiscountLineDetail':
        discount += line.Amount ?? 0;
    }
  };
  for (const line of Line) add(line, null);
  return { lines, discount: decimal(discount), shipping: decimal(shipping) };
}

const itemLine = (line: QuickBooksLine, group: object | null) => ({
  kind: 'item',
  itemId: line.SalesItemLineDetail?.ItemRef?.value ?? null,
  itemName: line.SalesItemLineDetail?.ItemRef?.name ?? null,
  description: line.Description ?? null,
  quantity: decimalOrNull(line.SalesItemLineDetail?.Qty),
  unitPrice: decimalOrNull(line.SalesItemLineDetail?.UnitPrice),
  amount: decimal(line.Amount ?? 0),
  taxCode: line.SalesItemLineDetail?.TaxCodeRef?.value ?? null,
  className: line.SalesItemLineDetail?.ClassRef?.name ?? null,
  group,
  match: null,
});

const noteLine = (line: QuickBooksLine, group: object | null) => ({
  kind: 'description',
  itemId: null,
  itemName: null,
  description: line.Description ?? null,
  quantity: null,
  unitPrice: null,
  taxCode: null,
  className: null,
  group,
  amount: decimal(0),
  match: null,
});

const groupOf = (item: Ref | undefined) => (item ? { itemId: item.value, name: item.name ?? null } : null);

/** Whether a document is worth nothing, as a void is. */
export function isAllZero({ TotalAmt, Balance, TxnTaxDetail, Line }: QuickBooksDocument): boolean {
  const isZero = (line: QuickBooksLine): boolean =>
    !line.Amount &&
    !line.SalesItemLineDetail?.Qty &&
    !line.GroupLineDetail?.Quantity &&
    (line.GroupLineDetail?.Line ?? []).every(isZero);
  return !TotalAmt && !Balance && !TxnTaxDetail?.TotalTax && Line.every(isZero);
}
