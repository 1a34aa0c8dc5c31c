import * as z from 'zod/mini';
import { minorUnitsOf } from './minor-units.ts';
import { calendarDateSchema, currencySchema, decimalSchema, idSchema } from './primitives.ts';
import { saleSummarySchema } from './sale.ts';

const text = (maximum: number) => z.string().check(z.trim(), z.maxLength(maximum));

export const quantitySchema = z.string().check(
  z.regex(/^\d{1,12}(\.\d{1,4})?$/, 'Use a number with at most four decimals.'),
  z.refine((value) => /[1-9]/.test(value), 'The quantity has to be more than zero.'),
);
export const unitPriceSchema = z
  .string()
  .check(z.regex(/^\d{1,12}(\.\d{1,6})?$/, 'Use a number that is not negative.'));

/** What was sold: a product of the host's, or anything in words. */
export const manualSaleLineSchema = z
  .strictObject({
    productId: z.optional(z.string().check(z.minLength(1), z.maxLength(200))),
    description: z.optional(text(500)),
    quantity: quantitySchema,
    unitPrice: unitPriceSchema,
  })
  .check(z.refine((line) => Boolean(line.productId ?? line.description), 'Name what was sold.'));
export type ManualSaleLine = z.infer<typeof manualSaleLineSchema>;

const editable = {
  /** What people call the sale: the reference. */
  number: z.nullable(text(60)),
  customerName: z.nullable(text(200)),
  note: z.nullable(text(2000)),
};

export const createManualSaleSchema = z.strictObject({
  /** Not after today. */
  date: calendarDateSchema,
  number: z.optional(editable.number),
  customerName: z.optional(editable.customerName),
  note: z.optional(editable.note),
  currency: currencySchema.check(z.refine((code) => minorUnitsOf(code) !== null, 'This is no currency.')),
  lines: z.array(manualSaleLineSchema).check(z.minLength(1, 'Add a line.'), z.maxLength(200)),
});
export type CreateManualSale = z.infer<typeof createManualSaleSchema>;

/** Date, currency and lines of a manual sale do not change; void it and enter another. */
export const updateManualSaleSchema = z
  .strictObject({
    number: z.optional(editable.number),
    customerName: z.optional(editable.customerName),
    note: z.optional(editable.note),
  })
  .check(z.refine((change) => Object.keys(change).length > 0, 'Name what changes.'));
export type UpdateManualSale = z.infer<typeof updateManualSaleSchema>;

export const voidSaleSchema = z.strictObject({
  reason: text(500).check(z.minLength(1, 'Say why.')),
});
export type VoidSale = z.infer<typeof voidSaleSchema>;

/** A manual sale as far as it is typed; what is left out is not compared. */
export const saleHintsQuerySchema = z.strictObject({
  number: z.optional(text(60)),
  date: z.optional(calendarDateSchema),
  currency: z.optional(currencySchema),
  /** At most 34 digits, which is what amounts are compared in. */
  total: z.optional(z.string().check(z.regex(/^-?\d{1,30}(\.\d{1,4})?$/))),
  /** The sale that is asked about, when it is stored already. */
  exceptSaleId: z.optional(idSchema),
});
export type SaleHintsQuery = z.infer<typeof saleHintsQuerySchema>;

/** Sales somebody may have meant already; hints stop nothing. At most three each. */
export const saleHintsSchema = z.object({
  /** Manual sales with the same number. */
  sameNumber: z.array(saleSummarySchema),
  /** Synced sales of the same amount and currency, dated within three days. */
  lookalikes: z.array(saleSummarySchema),
});
export type SaleHints = z.infer<typeof saleHintsSchema>;

/** A product of the host's, to be sold by hand. */
export const productSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** What people know it by, e.g. a SKU. */
  code: z.nullable(z.string()),
  /** Suggested price for one, in the currency named beside it. */
  unitPrice: z.nullable(z.object({ amount: decimalSchema, currency: currencySchema })),
});
export type Product = z.infer<typeof productSchema>;
