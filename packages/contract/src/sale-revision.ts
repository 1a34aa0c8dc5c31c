import * as z from 'zod/mini';
import { answerEnum, idSchema, instantSchema } from './primitives.ts';
import { RUN_TRIGGERS } from './run.ts';

/** What happened to a sale. */
export const REVISION_CAUSES = [
  'imported',
  'entered',
  'changed_at_source',
  'voided_at_source',
  'deleted_at_source',
  'restored_at_source',
  'start_date_moved',
  'edited_here',
  'voided_here',
] as const;
export type RevisionCause = (typeof REVISION_CAUSES)[number] | 'unknown';

/** One state a sale has had, and what made it so. */
export const saleRevisionSchema = z.object({
  /** 1 for the sale as it came. */
  number: z.number(),
  at: instantSchema,
  cause: answerEnum(REVISION_CAUSES),
  /** The sync that brought it; null for what people did here. */
  run: z.nullable(z.object({ id: idSchema, trigger: answerEnum(RUN_TRIGGERS) })),
  user: z.nullable(z.object({ id: z.string(), name: z.string() })),
  /** What differs from the revision before; the first fifty. */
  changes: z.array(
    z.object({
      /** A field of the sale, or `line` for one of its lines. */
      field: z.string(),
      /** Which line, e.g. its item's name. */
      label: z.nullable(z.string()),
      /** As text: a decimal, a date, or a line as quantity × unit price; null for nothing. */
      from: z.nullable(z.string()),
      to: z.nullable(z.string()),
    }),
  ),
});
export type SaleRevision = z.infer<typeof saleRevisionSchema>;
