import * as z from 'zod/mini';
import { answerEnum, idSchema, instantSchema } from './primitives.ts';
import { problemSchema } from './problem.ts';

export const RUN_STATES = [
  'queued',
  'running',
  'succeeded',
  'completed_with_errors',
  'failed',
  'stopped',
] as const;
export const RUN_TRIGGERS = [
  'manual',
  'schedule',
  'webhook',
  'reactivation',
  'reconnection',
  'connected',
] as const;

/** `comparing` is reading every document again to find which are missing on either side; `verifying` is counting them. */
export const RUN_PHASES = ['waiting', 'backfill', 'changes', 'comparing', 'verifying', 'done'] as const;

/** One sync of one channel, from the request to its end. */
export const runSchema = z.object({
  id: idSchema,
  channelId: idSchema,
  state: answerEnum(RUN_STATES),
  trigger: answerEnum(RUN_TRIGGERS),
  requestedBy: z.nullable(z.object({ id: z.string(), name: z.string() })),
  phase: answerEnum(RUN_PHASES),
  /** Documents read so far; `total` is null where nobody has counted them. */
  progress: z.object({ done: z.number(), total: z.nullable(z.number()) }),
  counts: z.object({
    created: z.number(),
    updated: z.number(),
    voided: z.number(),
    unchanged: z.number(),
    errors: z.number(),
  }),
  /** Documents that could not be imported; the first hundred. */
  errors: z.array(
    z.object({
      type: z.string(),
      externalId: z.nullable(z.string()),
      number: z.nullable(z.string()),
      reason: z.string(),
    }),
  ),
  /** Calls the provider meters. */
  providerCalls: z.number(),
  /** Why it failed. */
  problem: z.nullable(problemSchema),
  requestedAt: instantSchema,
  startedAt: z.nullable(instantSchema),
  endedAt: z.nullable(instantSchema),
});
export type Run = z.infer<typeof runSchema>;
