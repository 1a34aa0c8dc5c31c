import { manualLineAmount, manualSaleTotal, quantitySchema, unitPriceSchema } from '@sales-channels/contract';
import * as z from 'zod/mini';
import type { LineValues, ManualSaleValues, ReadDecimal } from './manual-sale-values.ts';

interface LineNumbers {
  quantity: string;
  unitPrice: string;
}

/** Quantity and unit price as they would be sent; null while one of them could not be. */
export function lineNumbers(line: LineValues, readDecimal: ReadDecimal): LineNumbers | null {
  const quantity = z.safeParse(quantitySchema, readDecimal(line.quantity));
  const unitPrice = z.safeParse(unitPriceSchema, readDecimal(line.unitPrice));
  return quantity.success && unitPrice.success
    ? { quantity: quantity.data, unitPrice: unitPrice.data }
    : null;
}

/** The amount of each line, null where it is not known yet, and the total of those that are. */
export function lineAmounts({ lines, currency }: ManualSaleValues, readDecimal: ReadDecimal) {
  const numbers = lines.map((line) => lineNumbers(line, readDecimal));
  return {
    amounts: numbers.map((line) => (line === null ? null : manualLineAmount(line, currency))),
    total: manualSaleTotal(
      numbers.filter((line) => line !== null),
      currency,
    ),
  };
}

/** A line that could be saved. */
export const isCompleteLine = (line: LineValues, readDecimal: ReadDecimal): boolean =>
  line.description.trim() !== '' && lineNumbers(line, readDecimal) !== null;
