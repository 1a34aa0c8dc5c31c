import * as z from 'zod/mini';
import { answerEnum, calendarDateSchema, idSchema, instantSchema } from './primitives.ts';
import { problemSchema } from './problem.ts';
import { runSchema } from './run.ts';

export const CHANNEL_TYPES = ['accounting', 'manual', 'pos', 'ecommerce'] as const;
export type ChannelType = (typeof CHANNEL_TYPES)[number];

/** The first that applies, in this order; `active` is the Manual channel's. */
export const CHANNEL_STATUSES = [
  'inactive',
  'not_in_plan',
  'disconnected',
  'reconnect_required',
  'syncing',
  'sync_failed',
  'completed_with_errors',
  'never_synced',
  'up_to_date',
  'active',
] as const;
export type ChannelStatus = (typeof CHANNEL_STATUSES)[number];

export const ATTENTION_CODES = [
  'budget_reached',
  'access_lost',
  'wrong_environment',
  'count_mismatch',
  'authorisation_expires_soon',
  'document_errors',
] as const;
export type AttentionCode = (typeof ATTENTION_CODES)[number];

/** How many documents of a kind the provider counts, and how many of those are accounted for here. */
const verifiedCountSchema = z.object({
  /** The provider's own count of documents dated on or after the initial sync date. */
  expected: z.number(),
  /** Sales stored and in range that still exist at the provider, voided ones included. */
  stored: z.number(),
  /** Documents that are known and could not be imported. */
  errors: z.number(),
});

/** What the last comparison with the provider's own counts said. Complete where `expected` is `stored` + `errors` for each. */
export const verificationSchema = z.object({
  checkedAt: instantSchema,
  documents: z.object({
    invoice: verifiedCountSchema,
    sales_receipt: verifiedCountSchema,
    credit_memo: verifiedCountSchema,
  }),
});
export type Verification = z.infer<typeof verificationSchema>;

/** A sales channel: one source of sales. */
export const channelSchema = z.object({
  id: idSchema,
  type: answerEnum(['accounting', 'manual']),
  name: z.string(),
  /** Null for the Manual channel, as is everything about syncing below. */
  connection: z.nullable(
    z.object({
      id: idSchema,
      provider: z.string(),
      providerName: z.string(),
      companyName: z.string(),
      ownership: answerEnum(['kit', 'host']),
    }),
  ),
  /** False once somebody deactivated it. Stays as it is while sales tracking is off, when every status is `inactive`. */
  isActive: z.boolean(),
  status: answerEnum(CHANNEL_STATUSES),
  attention: z.array(answerEnum(ATTENTION_CODES)),
  initialSyncDate: z.nullable(calendarDateSchema),
  /** End of the last successful run. */
  lastSyncedAt: z.nullable(instantSchema),
  /** The last run that ended. */
  lastRun: z.nullable(runSchema),
  /** The run that is queued or running. */
  currentRun: z.nullable(runSchema),
  /** When it is next due to sync by itself; null where it is not. */
  nextSyncAt: z.nullable(instantSchema),
  /** Null until what is stored was compared with the provider's counts. */
  verification: z.nullable(verificationSchema),
  /** Calls this month that the provider meters, for the channel's company, and how many the deployment allows it. */
  providerCalls: z.nullable(
    z.object({ month: z.string(), used: z.number(), ceiling: z.nullable(z.number()) }),
  ),
  createdAt: instantSchema,
});
export type Channel = z.infer<typeof channelSchema>;

export const createChannelSchema = z.strictObject({
  type: z.enum(CHANNEL_TYPES),
  connectionId: idSchema,
  /** Sales dated on or after it are imported. */
  initialSyncDate: calendarDateSchema,
  /** Whether the first sync starts at once. Default true. */
  startSync: z.optional(z.boolean()),
});
export type CreateChannel = z.infer<typeof createChannelSchema>;

export const updateChannelSchema = z.strictObject({ initialSyncDate: calendarDateSchema });
export type UpdateChannel = z.infer<typeof updateChannelSchema>;

/** What came of asking every active channel to sync: a run, or why there is none. */
export const syncAllSchema = z.object({
  items: z.array(
    z.object({ channelId: idSchema, run: z.nullable(runSchema), problem: z.nullable(problemSchema) }),
  ),
});
export type SyncAll = z.infer<typeof syncAllSchema>;
