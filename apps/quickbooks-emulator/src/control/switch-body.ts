import { z } from 'zod';
import type { Switches } from '../switches.ts';
import { webhookFormats } from '../webhooks/notification-body.ts';

type SwitchSchemas = { [Name in keyof Switches]: z.ZodOptional<z.ZodType<Switches[Name]>> };

/** Any of the switches, each with a value it can have. */
export const switchBody = z.strictObject({
  throttle: z.boolean().optional(),
  latency: z.union([z.enum(['none', 'service']), z.int().min(0).max(120_000)]).optional(),
  webhookFormat: z.enum(webhookFormats).optional(),
  webhookDuplicates: z.boolean().optional(),
  webhookOrder: z.enum(['occurrence', 'reversed']).optional(),
  webhookLost: z.boolean().optional(),
  webhookTimeoutMilliseconds: z.int().min(1).max(60_000).optional(),
  guessWebhookGatherSeconds: z.number().min(0).max(3600).optional(),
  guessWebhookBlocking: z.boolean().optional(),
  guessVisibleAfterSeconds: z.int().min(0).max(86_400).optional(),
  guessOldRefreshTokenRevokes: z.boolean().optional(),
  guessCdcInclusive: z.boolean().optional(),
  guessCdcTooOldStatus: z.int().min(400).max(599).optional(),
  guessCdcCapShared: z.boolean().optional(),
  guessCdcOrder: z.enum(['ascending', 'descending']).optional(),
  guessRefreshGraceSeconds: z.number().min(0).optional(),
  guessRefreshMilliseconds: z.number().min(0).optional(),
  guessConcurrentRefreshRevokes: z.boolean().optional(),
  guessSecondExchangeRevokes: z.boolean().optional(),
  guessReconnectEndsEarlier: z.boolean().optional(),
  guessRefreshTokenSeconds: z.number().min(1).optional(),
  guessStartPositionZero: z.enum(['one', 'fault']).optional(),
  guessMaxResultsOverCap: z.enum(['clamp', 'fault']).optional(),
  guessProjections: z.enum(['sparse', 'fault']).optional(),
  guessOffsetlessZone: z.enum(['pacific', 'utc']).optional(),
  guessSubSecondTimes: z.boolean().optional(),
  guessInvoiceTotalCount: z.enum(['page', 'matching']).optional(),
  guessGroupLineAmount: z.enum(['mixed', 'sum', 'zero', 'absent']).optional(),
} satisfies SwitchSchemas);
