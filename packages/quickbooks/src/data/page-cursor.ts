import { ProviderError, type PageCursor } from '@sales-channels/bff/provider';
import { z } from 'zod';
import { formatInstant } from './instant.ts';

const Position = z.number().int().positive();

/** Which moment the list is walked along. A cursor that does not say goes along creation. */
const walk = { by: z.literal('updated').optional() };

/**
 * Where the next page begins, along the moments documents were created or last changed.
 * - `after`: at that second (empty for the very beginning), without the documents of it that were `seen`; up to and including
 *   the second `until`, where there is one.
 * - `size` and what follows it are there after QuickBooks failed on a page for a document on it, while that one is searched:
 *   positions `at` and on of the same list in pieces of `size`. `prev` is the second of the document before them, `holes` counts
 *   the documents passed over just before, and only beyond the second `clear` are all documents passed over left behind.
 * - `nth` tells places of the same bounds apart.
 */
const Along = z.strictObject({
  after: z.string(),
  seen: z.array(z.string()).readonly(),
  until: z.string().optional(),
  nth: Position.optional(),
  size: Position.optional(),
  at: Position.optional(),
  prev: z.string().optional(),
  holes: Position.optional(),
  clear: z.string().optional(),
  ...walk,
});
export type Along = z.output<typeof Along>;

/**
 * Inside a second that holds many documents, at a position; `last` is the id that must be met again there, or empty; without
 * those of it that were `seen` before it was known to hold so many. `size` and `holes` as above.
 */
const Within = z.strictObject({
  within: z.string(),
  position: Position,
  last: z.string(),
  seen: z.array(z.string()).readonly().optional(),
  until: z.string().optional(),
  size: Position.optional(),
  holes: Position.optional(),
  ...walk,
});
export type Within = z.output<typeof Within>;

const Cursor = z.union([Along, Within]);
export type Cursor = z.output<typeof Cursor>;

export const BEGINNING: Along = { after: '', seen: [] };

/** The cursor of a reader who wants what is stamped at or after an instant. */
export const startAt = (instant: Date): PageCursor => ({ after: formatInstant(instant), seen: [] });

/** @throws ProviderError `rejected` when the cursor is not one of this provider's. */
export function readCursor(cursor: PageCursor): Cursor {
  const parsed = Cursor.safeParse(cursor);
  if (!parsed.success) throw new ProviderError('rejected', 'The page cursor is not one of QuickBooks.');
  return parsed.data;
}

/** The cursor as others keep it: without what is not there. */
export const writeCursor = (cursor: Cursor): PageCursor =>
  Object.fromEntries(
    Object.entries(cursor).filter(
      (entry): entry is [string, string | number | readonly string[]] => entry[1] !== undefined,
    ),
  );
