import { quantitySchema, unitPriceSchema } from '@sales-channels/contract';
import * as z from 'zod/mini';
import { isCalendarDate } from '../dates/calendar-date.ts';
import type { ReadDecimal } from './manual-sale-values.ts';

/** What to say of each fault. */
export interface ManualSaleFaults {
  dateRequired: string;
  dateUnreal: string;
  dateFuture: string;
  nameRequired: string;
  quantity: string;
  unitPrice: string;
  tooLong: (maximum: number) => string;
}

const refused = (faultOf: (value: string) => string | null) =>
  z.string().check((check) => {
    const message = faultOf(check.value);
    if (message !== null) check.issues.push({ code: 'custom', input: check.value, message });
  });

/**
 * The form's schema: what the API takes, asked of what is typed.
 * @param today the business' calendar date, `YYYY-MM-DD`.
 */
export function manualSaleSchema(today: string, readDecimal: ReadDecimal, faults: ManualSaleFaults) {
  const atMost = (maximum: number) => (value: string) =>
    value.trim().length > maximum ? faults.tooLong(maximum) : null;
  return z.object({
    date: refused((date) => {
      if (date === '') return faults.dateRequired;
      if (!isCalendarDate(date)) return faults.dateUnreal;
      return date > today ? faults.dateFuture : null;
    }),
    customerName: refused(atMost(200)),
    number: refused(atMost(60)),
    currency: z.string(),
    note: refused(atMost(2000)),
    lines: z.array(
      z.object({
        productId: z.string(),
        description: refused((text) => (text.trim() === '' ? faults.nameRequired : atMost(500)(text))),
        quantity: refused((text) =>
          z.safeParse(quantitySchema, readDecimal(text)).success ? null : faults.quantity,
        ),
        unitPrice: refused((text) =>
          z.safeParse(unitPriceSchema, readDecimal(text)).success ? null : faults.unitPrice,
        ),
        suggestedPrice: z.string(),
      }),
    ),
  });
}
