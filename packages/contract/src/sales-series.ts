import * as z from 'zod/mini';
import { calendarDateSchema, currencySchema, decimalSchema } from './primitives.ts';
import { saleFilterFields } from './sale.ts';

export const SERIES_PERIODS = ['month', 'week'] as const;
export type SeriesPeriod = (typeof SERIES_PERIODS)[number];
export const SERIES_GROUPINGS = ['none', 'type', 'channel'] as const;
export type SeriesGrouping = (typeof SERIES_GROUPINGS)[number];

/** How many periods a series reaches back from the one of its newest sale. */
export const MAX_SERIES_PERIODS = 120;

export const salesSeriesQuerySchema = z.strictObject({
  ...saleFilterFields,
  /** Weeks begin on Monday, as ISO 8601 has them. */
  period: z.enum(SERIES_PERIODS),
  /** By nothing unless told. */
  by: z.optional(z.enum(SERIES_GROUPINGS)),
});
export type SalesSeriesQuery = z.infer<typeof salesSeriesQuerySchema>;

const sumSchema = { total: decimalSchema, count: z.number() };

export const salesSeriesSchema = z.object({
  period: z.enum(SERIES_PERIODS),
  by: z.enum(SERIES_GROUPINGS),
  /** First day of the first period that is answered; null when there is nothing to add up. */
  from: z.nullable(calendarDateSchema),
  /** Last day of the last one. */
  to: z.nullable(calendarDateSchema),
  /** True when there are sales before `from`, in no period of the answer. */
  hasEarlier: z.boolean(),
  /** One entry a currency, the one of the most sales first. Voided and out-of-range sales are left out. */
  currencies: z.array(
    z.object({
      currency: currencySchema,
      ...sumSchema,
      /** Oldest first, by their first day; a period without sales is not there. */
      periods: z.array(
        z.object({
          start: calendarDateSchema,
          ...sumSchema,
          /** By the type or the id of the channel; none where the series is not by anything. */
          groups: z.array(z.object({ key: z.string(), ...sumSchema })),
        }),
      ),
    }),
  ),
});
export type SalesSeries = z.infer<typeof salesSeriesSchema>;
