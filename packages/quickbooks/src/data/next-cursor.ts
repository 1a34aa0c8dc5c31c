import { ProviderError } from '@sales-channels/bff/provider';
import type { Along, Cursor, Within } from './page-cursor.ts';
import { formatInstant } from './instant.ts';
import { PAGE_SIZE } from './query.ts';

/** How many ids a cursor may carry. A second that leaves more behind is read on its own instead. */
const MAX_SEEN = 100;
/** A service that fails on this many documents in a row fails on all of them. */
const MAX_HOLES = 50;
/** How many documents are asked for at first where one is looked for again. */
const NEARBY = 16;

/** What a page says of a document's place in the list. */
export interface Placed {
  id: string | null;
  at: Date | null;
}

export interface Step {
  next: Cursor | null;
  /** Cursors that ask again for the documents QuickBooks failed on, one each, between the documents around them. */
  holes: Cursor[];
}

/** The step after a page along the list. */
export function stepAlong(cursor: Along, rows: readonly Placed[]): Step {
  const size = cursor.size ?? PAGE_SIZE;
  const isEnd = rows.length < size;
  const seconds = rows.map(({ at }) => (at ? formatInstant(at) : null));
  const first = seconds.find((second) => second !== null) ?? '';
  const holes = rows.length > 0 || isEnd ? placesOf(cursor, first) : [];
  if (isEnd) return { next: null, holes };
  const last = seconds.findLast((second) => second !== null);
  if (!last) throw new ProviderError('unavailable', 'page: no document tells its time');
  const clear = cursor.holes === undefined ? (cursor.clear ?? '') : first;
  const { after, seen, until } = cursor;
  const base = until === undefined ? {} : { until };
  if (last > clear && last !== after) {
    const tied = rows.filter((_row, index) => seconds[index] === last).flatMap(({ id }) => id ?? []);
    if (tied.length <= MAX_SEEN) return { next: { after: last, seen: tied, ...base, ...grown(size) }, holes };
    // What lies before the crowded second is behind; the second itself is read from its start, and only there.
    return { next: { within: last, position: 1, last: '', ...base }, holes };
  }
  const isWhole = cursor.at === undefined && cursor.size === undefined;
  if (isWhole) return { next: { within: last, position: 1, last: '', seen, ...base }, holes };
  const at = (cursor.at ?? 1) + rows.length;
  const searching = { at, size: Math.min(size * 2, PAGE_SIZE), prev: last, ...(clear !== '' && { clear }) };
  return { next: { after, seen, ...base, ...searching }, holes };
}

function placesOf({ holes = 0, prev = '', at = 1 }: Along, next: string): Cursor[] {
  return Array.from({ length: holes }, (_, index) => ({
    after: prev,
    seen: [],
    until: next === '' ? undefined : next,
    size: NEARBY,
    nth: at - holes + index,
  }));
}

/** The step after QuickBooks failed on a piece of the list because of a document in it: a smaller piece, or past the document. */
export function stepAroundAlong(cursor: Along): Step {
  const size = cursor.size ?? PAGE_SIZE;
  const { at = 1, prev = cursor.after } = cursor;
  if (size > 1) return { next: { ...cursor, at, prev, size: Math.floor(size / 2) }, holes: [] };
  const holes = countHole(cursor);
  return { next: { ...cursor, at: at + 1, prev, size: 1, holes }, holes: [] };
}

/**
 * The step after a page inside one second. Pages overlap by a document: should it not be met again, one before it is gone and
 * others have moved up over the page's edge, so the second is read again from its start.
 */
export function stepWithin(cursor: Within, rows: readonly Placed[]): Step {
  const { within, position, last, seen, until, size = PAGE_SIZE } = cursor;
  const base = { within, ...(seen && { seen }), ...(until !== undefined && { until }) };
  const ids = rows.map(({ id }) => id);
  if (last !== '' && !ids.includes(last)) return { next: { ...base, position: 1, last: '' }, holes: [] };
  if (rows.length < size) {
    if (until !== undefined && within >= until) return { next: null, holes: [] };
    return {
      next: { after: secondAfter(within), seen: [], ...(until !== undefined && { until }) },
      holes: [],
    };
  }
  // A smaller page has no row to spare for the overlap.
  return size < PAGE_SIZE
    ? { next: { ...base, position: position + size, last: '', ...grown(size) }, holes: [] }
    : { next: { ...base, position: position + size - 1, last: ids.at(-1) ?? '' }, holes: [] };
}

/** The step after QuickBooks failed on a page inside one second. */
export function stepAroundWithin(cursor: Within): Step {
  const { within, position, size = PAGE_SIZE } = cursor;
  if (size > 1) return { next: { ...cursor, last: '', size: Math.floor(size / 2) }, holes: [] };
  const holes = countHole(cursor);
  const hole = { after: within, seen: [], until: within, size: NEARBY, nth: position };
  return { next: { ...cursor, position: position + 1, last: '', holes }, holes: [hole] };
}

const grown = (size: number) => (size * 2 >= PAGE_SIZE ? {} : { size: size * 2 });

function countHole({ holes = 0 }: Cursor): number {
  if (holes === MAX_HOLES)
    throw new ProviderError('unavailable', 'page: the service fails on every document it is asked for');
  return holes + 1;
}

export function secondAfter(second: string): string {
  return formatInstant(new Date(Date.parse(second) + 1000));
}
