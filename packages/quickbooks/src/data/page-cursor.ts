import { ProviderError, type PageCursor } from '@sales-channels/bff/provider';
import { z } from 'zod';

/**
 * Where the next page begins.
 * - `after`: at that second, without the documents of it that were seen.
 * - `within`: inside a second that holds many documents, at a position; `last` is the id that must be met again there, or empty.
 */
const Cursor = z.union([
  z.strictObject({ after: z.string(), seen: z.array(z.string()).readonly() }),
  z.strictObject({ within: z.string(), position: z.number().int().positive(), last: z.string() }),
]);
export type Cursor = z.output<typeof Cursor>;

/** @throws ProviderError `rejected` when the cursor is not one of this provider's. */
export function readCursor(cursor: PageCursor): Cursor {
  const parsed = Cursor.safeParse(cursor);
  if (!parsed.success) throw new ProviderError('rejected', 'The page cursor is not one of QuickBooks.');
  return parsed.data;
}
