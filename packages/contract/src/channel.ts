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
