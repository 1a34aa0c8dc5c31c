import * as z from 'zod/mini';
import { answerEnum, calendarDateSchema, currencySchema } from './primitives.ts';

export const PERMISSIONS = ['read', 'sync', 'manage', 'manual_sales'] as const;
export const permissionSchema = z.enum(PERMISSIONS);
export type Permission = z.infer<typeof permissionSchema>;

/** What the business' plan allows, as the host says. */
export const entitlementsSchema = z.object({
  salesTracking: z.object({
    allowed: z.boolean(),
    /** The plan that would allow it. */
    requiredPlan: z.optional(z.string()),
  }),
  maxAccountingConnections: z.number().check(z.int(), z.gte(0)),
  /** The plan that would raise the limit. */
  moreConnectionsPlan: z.optional(z.string()),
});
export type Entitlements = z.infer<typeof entitlementsSchema>;

export const salesTrackingSchema = z.object({
  enabled: z.boolean(),
  /** Why it cannot be enabled now, in the host's words; null when it can. */
  prerequisite: z.nullable(z.string()),
});
export type SalesTracking = z.infer<typeof salesTrackingSchema>;

export const contextSchema = z.object({
  business: z.object({ id: z.string(), name: z.string() }),
  user: z.object({ id: z.string(), name: z.string() }),
  permissions: z.array(answerEnum(PERMISSIONS)),
  entitlements: entitlementsSchema,
  /** IANA name; decides what "today" is. */
  timeZone: z.string(),
  homeCurrency: currencySchema,
  today: calendarDateSchema,
  salesTracking: salesTrackingSchema,
  /** Earliest initial sync date the host allows; null for no limit. */
  earliestInitialSyncDate: z.nullable(calendarDateSchema),
  /** The day from which on the host tracks stock, where it says so: what was sold before is in its opening stock already. */
  stockTrackedSince: z.nullable(calendarDateSchema),
  manualSales: z.object({
    /** Whether lines can name products of the host's, found by `searchProducts`. */
    hasProducts: z.boolean(),
  }),
  /** Accounting systems that can be connected here. */
  providers: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type Context = z.infer<typeof contextSchema>;
