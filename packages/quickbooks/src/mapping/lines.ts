import { sumDecimals, type Decimal, type ProviderSaleLine } from '@sales-channels/bff/provider';
import type { DocumentLine } from './document.ts';

export interface ReadLines {
  lines: ProviderSaleLine[];
  discount: Decimal;
  shipping: Decimal;
}

/** QuickBooks sells shipping as an item with this id instead of giving it a line kind. */
const SHIPPING_ITEM = 'SHIPPING_ITEM_ID';

/**
 * Sorts a document's lines into sold things, words, discount and shipping, so that
 * `sum(lines) + shipping + tax − discount = total`.
 * - A bundle is replaced by its inner lines: its own amount is sometimes their sum and sometimes nothing.
 * - Subtotals repeat other lines, a written one (a description with an amount) too: they add nothing.
 * - A line of an unknown kind stays as a description with its amount.
 */
export function readLines(documentLines: readonly DocumentLine[]): ReadLines {
  const lines: ProviderSaleLine[] = [];
  const discounts: Decimal[] = [];
  const shippings: Decimal[] = [];

  const read = (line: DocumentLine, group: ProviderSaleLine['group']): void => {
    const amount = line.Amount ?? '0';
    switch (kindOf(line)) {
      case 'subtotal':
      case 'tax':
        return;
      case 'discount':
        discounts.push(amount);
        return;
      case 'salesitem':
        if (line.SalesItemLineDetail?.ItemRef?.value === SHIPPING_ITEM) shippings.push(amount);
        else lines.push(itemLine(line, amount, group));
        return;
      case 'group': {
        const inner = line.GroupLineDetail?.Line ?? [];
        if (inner.length === 0) lines.push(bundleLine(line, amount));
        for (const innerLine of inner) read(innerLine, groupOf(line));
        return;
      }
      case 'description':
        lines.push(descriptionLine(line, '0', group));
        return;
      case 'unknown':
        if (line.Amount != null || line.Description) lines.push(descriptionLine(line, amount, group));
    }
  };

  for (const line of documentLines) read(line, null);
  return { lines, discount: sumDecimals(discounts), shipping: sumDecimals(shippings) };
}

const kinds = {
  salesitemlinedetail: 'salesitem',
  subtotallinedetail: 'subtotal',
  discountlinedetail: 'discount',
  grouplinedetail: 'group',
  descriptiononly: 'description',
  descriptionlinedetail: 'description',
  taxlinedetail: 'tax',
} as const;
type LineKind = (typeof kinds)[keyof typeof kinds] | 'unknown';

/** Answers to some writes spell the kinds `SALES_ITEM_LINE_DETAIL` instead of `SalesItemLineDetail`. */
function kindOf(line: DocumentLine): LineKind {
  const spelled = (line.DetailType ?? '').replaceAll('_', '').toLowerCase();
  return Object.hasOwn(kinds, spelled) ? kinds[spelled as keyof typeof kinds] : 'unknown';
}

function itemLine(line: DocumentLine, amount: Decimal, group: ProviderSaleLine['group']): ProviderSaleLine {
  const detail = line.SalesItemLineDetail;
  return {
    kind: 'item',
    itemId: detail?.ItemRef?.value ?? null,
    itemName: detail?.ItemRef?.name ?? null,
    description: line.Description,
    quantity: detail?.Qty ?? null,
    unitPrice: detail?.UnitPrice ?? null,
    amount,
    taxCode: detail?.TaxCodeRef?.value ?? null,
    className: detail?.ClassRef?.name ?? null,
    group,
  };
}

/** A bundle that came without its inner lines is all there is to tell what was sold. */
function bundleLine(line: DocumentLine, amount: Decimal): ProviderSaleLine {
  const detail = line.GroupLineDetail;
  return {
    ...emptyLine,
    kind: 'item',
    itemId: detail?.GroupItemRef?.value ?? null,
    itemName: detail?.GroupItemRef?.name ?? null,
    description: line.Description,
    quantity: detail?.Quantity ?? null,
    amount,
  };
}

function descriptionLine(
  line: DocumentLine,
  amount: Decimal,
  group: ProviderSaleLine['group'],
): ProviderSaleLine {
  return { ...emptyLine, description: line.Description ?? line.DetailType, amount, group };
}

function groupOf(line: DocumentLine): ProviderSaleLine['group'] {
  const item = line.GroupLineDetail?.GroupItemRef;
  return item?.value ? { itemId: item.value, name: item.name } : null;
}

const emptyLine: Omit<ProviderSaleLine, 'amount'> = {
  kind: 'description',
  itemId: null,
  itemName: null,
  description: null,
  quantity: null,
  unitPrice: null,
  taxCode: null,
  className: null,
  group: null,
};
