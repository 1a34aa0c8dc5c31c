import * as z from 'zod/mini';
import {
  answerEnum,
  calendarDateSchema,
  currencySchema,
  cursorSchema,
  decimalSchema,
  documentDateSchema,
  idSchema,
  instantSchema,
  limitSchema,
} from './primitives.ts';

export const SALE_TYPES = ['invoice', 'sales_receipt', 'credit_memo', 'manual_sale'] as const;
export type SaleType = (typeof SALE_TYPES)[number];
export const SALE_SOURCES = ['synced', 'manual'] as const;
export const SALE_STATES = ['active', 'voided'] as const;
export const VOID_REASONS = ['voided_at_source', 'deleted_at_source', 'voided_here'] as const;

export const saleLineSchema = z.object({
  kind: answerEnum(['item', 'description']),
  itemId: z.nullable(z.string()),
  itemName: z.nullable(z.string()),
  description: z.nullable(z.string()),
  quantity: z.nullable(decimalSchema),
  unitPrice: z.nullable(decimalSchema),
  amount: decimalSchema,
  taxCode: z.nullable(z.string()),
  className: z.nullable(z.string()),
  /** The bundle the line was sold in. */
  group: z.nullable(z.object({ itemId: z.string(), name: z.nullable(z.string()) })),
  /** What the host's line matcher said; null without one. */
  match: z.nullable(
    z.union([
      z.object({ status: z.literal('matched'), productId: z.string() }),
      z.object({ status: z.literal('skipped'), reason: z.string() }),
    ]),
  ),
});
export type SaleLine = z.infer<typeof saleLineSchema>;

/** A sale as lists show it. */
export const saleSummarySchema = z.object({
  id: idSchema,
  channelId: idSchema,
  channelName: z.string(),
  source: answerEnum(SALE_SOURCES),
  type: answerEnum(SALE_TYPES),
  /** What people call the document; null when it has no number. */
  number: z.nullable(z.string()),
  customerName: z.nullable(z.string()),
  date: documentDateSchema,
  currency: currencySchema,
  /** Signed: negative for a credit memo. */
  total: decimalSchema,
  balance: decimalSchema,
  state: answerEnum(SALE_STATES),
  voidReason: z.nullable(answerEnum(VOID_REASONS)),
  /** True when its date was moved to before the initial sync date; kept, but in no total. */
  outOfRange: z.boolean(),
});
export type SaleSummary = z.infer<typeof saleSummarySchema>;

/** A sale with all that is known of it. Amounts of lines are as the provider has them: positive for credit memos too. */
export const saleSchema = z.extend(saleSummarySchema, {
  /** The provider's company; null for a manual sale. */
  realmId: z.nullable(z.string()),
  externalId: z.nullable(z.string()),
  externalUrl: z.nullable(z.url()),
  customerId: z.nullable(z.string()),
  dueDate: z.nullable(documentDateSchema),
  exchangeRate: z.nullable(decimalSchema),
  lines: z.array(saleLineSchema),
  discount: decimalSchema,
  shipping: decimalSchema,
  tax: decimalSchema,
  note: z.nullable(z.string()),
  /** Why a manual sale was voided, in the words of whoever did. */
  voidNote: z.nullable(z.string()),
  revision: z.number(),
  providerCreatedAt: z.nullable(instantSchema),
  providerUpdatedAt: z.nullable(instantSchema),
  importedAt: instantSchema,
  updatedAt: instantSchema,
});
export type Sale = z.infer<typeof saleSchema>;

/** What lists, totals, series and exports of sales may be narrowed by. */
export const saleFilterFields = {
  dateFrom: z.optional(calendarDateSchema),
  dateTo: z.optional(calendarDateSchema),
  channelId: z.optional(idSchema),
  type: z.optional(z.enum(SALE_TYPES)),
  source: z.optional(z.enum(SALE_SOURCES)),
  state: z.optional(z.enum(SALE_STATES)),
  /** Part of a number or of a customer's name, case aside. */
  search: z.optional(z.string().check(z.trim(), z.maxLength(100))),
};
export const saleFiltersSchema = z.strictObject(saleFilterFields);
export type SaleFilters = z.infer<typeof saleFiltersSchema>;

export const listSalesQuerySchema = z.strictObject({
  ...saleFilterFields,
  cursor: z.optional(cursorSchema),
  limit: z.optional(limitSchema(200)),
});

export const salePageSchema = z.object({
  items: z.array(saleSummarySchema),
  nextCursor: z.nullable(cursorSchema),
});
export type SalePage = z.infer<typeof salePageSchema>;

export const salesTotalsSchema = z.object({
  /** One entry a currency; different currencies are never added. Voided and out-of-range sales are left out. */
  totals: z.array(z.object({ currency: currencySchema, total: decimalSchema, count: z.number() })),
  /** How many sales are in the totals. */
  count: z.number(),
  /** How many were left out because they are void. */
  voided: z.number(),
  /** How many more were left out because they are out of range. */
  outOfRange: z.number(),
});
export type SalesTotals = z.infer<typeof salesTotalsSchema>;

/** Sales in the order they changed, each at its latest state. */
export const changePageSchema = z.object({
  items: z.array(z.object({ sequence: z.number(), sale: saleSchema })),
  /** Keep it and pass it as `after` next time. */
  cursor: cursorSchema,
  hasMore: z.boolean(),
});
export type ChangePage = z.infer<typeof changePageSchema>;
