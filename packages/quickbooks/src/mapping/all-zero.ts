import { isZero } from '@sales-channels/bff/provider';
import type { z } from 'zod';
import type { DocumentLine, DocumentSchema } from './document.ts';

type Document = z.output<typeof DocumentSchema>;

/** Whether every amount and quantity is zero or absent. A sale given away in full keeps its quantities and is not. */
export function isAllZero(document: Document): boolean {
  const amounts = [document.TotalAmt, document.Balance, document.TxnTaxDetail?.TotalTax];
  for (const line of document.Line ?? []) amounts.push(...lineAmounts(line));
  return amounts.every((amount) => amount == null || isZero(amount));
}

function lineAmounts(line: DocumentLine): (string | null | undefined)[] {
  const inner = line.GroupLineDetail?.Line ?? [];
  return [
    line.Amount,
    line.SalesItemLineDetail?.Qty,
    line.GroupLineDetail?.Quantity,
    ...inner.flatMap((innerLine) => lineAmounts(innerLine)),
  ];
}
