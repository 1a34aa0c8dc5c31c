import { ProviderError } from '@sales-channels/bff/provider';
import { readHead } from '../mapping/document.ts';
import { formatInstant } from './instant.ts';
import type { Cursor } from './page-cursor.ts';
import { PAGE_SIZE } from './query.ts';

/** How many ids a cursor may carry. A second that leaves more behind is read on its own instead. */
const MAX_SEEN = 100;

/** The cursor after a page in order of creation that began at `after`, or null when that was the last. */
export function nextAfter(after: string | null, rows: readonly unknown[]): Cursor | null {
  if (rows.length < PAGE_SIZE) return null;
  const heads = rows.map((row) => readHead(row));
  const last = heads.findLast(({ createdAt }) => createdAt !== null)?.createdAt;
  if (!last) throw new ProviderError('unavailable', 'page: no document tells when it was created');
  const second = formatInstant(last);
  const seen = heads
    .filter(({ createdAt }) => createdAt !== null && formatInstant(createdAt) === second)
    .flatMap(({ id }) => id ?? []);
  const isCrowded = seen.length > MAX_SEEN || second === after;
  return isCrowded ? { within: second, position: 1, last: '' } : { after: second, seen };
}

/**
 * The cursor after a page inside one second. Pages overlap by a document: should it not be met again, one before it is gone and
 * others have moved up over the page's edge, so the second is read again from its start.
 */
export function nextWithin(cursor: Extract<Cursor, { within: string }>, rows: readonly unknown[]): Cursor {
  const { within, position, last } = cursor;
  const ids = rows.map((row) => readHead(row).id);
  if (last !== '' && !ids.includes(last)) return { within, position: 1, last: '' };
  if (rows.length < PAGE_SIZE) return { after: secondAfter(within), seen: [] };
  return { within, position: position + PAGE_SIZE - 1, last: ids.at(-1) ?? '' };
}

export function secondAfter(second: string): string {
  return formatInstant(new Date(Date.parse(second) + 1000));
}
