import * as z from 'zod/mini';
import { answerEnum, cursorSchema, idSchema, instantSchema } from './primitives.ts';

export const AUDIT_ACTIONS = [
  'sales_tracking_enabled',
  'sales_tracking_disabled',
  'connection_connected',
  'connection_reconnected',
  'connection_disconnected',
  'channel_created',
  'channel_activated',
  'channel_deactivated',
  'channel_removed',
  'initial_sync_date_moved',
  'sync_requested',
  'manual_sale_created',
  'manual_sale_changed',
  'manual_sale_voided',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number] | 'unknown';

/** Something somebody did. */
export const auditEntrySchema = z.object({
  id: idSchema,
  at: instantSchema,
  action: answerEnum(AUDIT_ACTIONS),
  user: z.object({ id: z.string(), name: z.string() }),
  /** What it was done to, as people knew it then: a channel, a company, a sale's number. */
  subject: z.nullable(z.string()),
  channelId: z.nullable(idSchema),
  connectionId: z.nullable(idSchema),
  saleId: z.nullable(idSchema),
});
export type AuditEntry = z.infer<typeof auditEntrySchema>;

/** What was done, newest first. */
export const auditPageSchema = z.object({
  items: z.array(auditEntrySchema),
  nextCursor: z.nullable(cursorSchema),
});
export type AuditPage = z.infer<typeof auditPageSchema>;
