import {
  ProviderError,
  type PageCursor,
  type ProviderAccess,
  type SaleType,
} from '@sales-channels/bff/provider';
import { z } from 'zod';
import type { ApiAnswer, ApiClient } from '../http/api-client.ts';
import { assertAnswers, isDoubtful } from './doubtful-fault.ts';
import { readHead } from '../mapping/document.ts';
import type { Placed, Step } from './next-cursor.ts';
import { secondAfter, stepAlong, stepAroundAlong, stepAroundWithin, stepWithin } from './next-cursor.ts';
import { formatInstant } from './instant.ts';
import { BEGINNING, readCursor, writeCursor, type Cursor } from './page-cursor.ts';
import { buildQuery, ENTITIES, PAGE_SIZE, type Condition, type Query } from './query.ts';

export interface RowsPage {
  rows: unknown[];
  /** A cursor for each document that makes QuickBooks fail, which asks for it again. */
  holes: PageCursor[];
  next: PageCursor | null;
  /** Null for a page QuickBooks failed on. */
  serverTime: Date | null;
}

export interface RowsQuery {
  type: SaleType;
  /** What documents have to meet, on a walk along their creation. What changed is walked whatever it is. */
  where: readonly Condition[];
  cursor?: PageCursor | undefined;
}

const PROPERTY = { created: 'MetaData.CreateTime', updated: 'MetaData.LastUpdatedTime' } as const;

/**
 * One page of a type's documents, along the moment that its cursor says. Along the moment of their creation, which never
 * changes, neither edits, payments nor documents made meanwhile can move one past the reader, as they do with positions in a
 * list; along the moment of their last change, an edit moves a document on to where it will be met again. Where one document
 * makes QuickBooks fail on a whole page, smaller pages follow until it stands alone and is passed over.
 */
export async function readPage(
  client: ApiClient,
  access: ProviderAccess,
  query: RowsQuery,
): Promise<RowsPage> {
  const cursor = query.cursor ? readCursor(query.cursor) : BEGINNING;
  const { by } = cursor;
  const params = { query: buildQuery(pageQuery(query, cursor)) };
  const answer = await client(access, { kind: 'page', path: 'query', params }).catch(
    async (error: unknown) => {
      if (await isOfDocument(error, { client, access, type: query.type, cursor })) return null;
      throw error;
    },
  );
  if (!answer) {
    const step = 'within' in cursor ? stepAroundWithin(cursor) : stepAroundAlong(cursor);
    return { rows: [], ...written(step, by), serverTime: null };
  }
  const rows = rowsOf(answer, query.type);
  const placed = rows.map((row): Placed => {
    const { id, createdAt, updatedAt } = readHead(row);
    return { id, at: by === 'updated' ? updatedAt : createdAt };
  });
  const step = 'within' in cursor ? stepWithin(cursor, placed) : stepAlong(cursor, placed);
  const known = new Set<string | null>(cursor.seen);
  if ('within' in cursor) known.add(cursor.last);
  const isNew = ({ id, at }: Placed) => !known.has(id) && !isReadNext(at, cursor, step.next);
  return {
    rows: rows.filter((_row, index) => isNew(placed[index] ?? { id: null, at: null })),
    ...written(step, by),
    serverTime: answer.serverTime,
  };
}

/** Whether the page stops before the second that is read from its start next. */
const isReadNext = (at: Date | null, cursor: Cursor, next: Cursor | null): boolean =>
  !('within' in cursor) &&
  next !== null &&
  'within' in next &&
  at !== null &&
  formatInstant(at) === next.within;

interface Asked {
  client: ApiClient;
  access: ProviderAccess;
  type: SaleType;
  cursor: Cursor;
}

/**
 * Whether QuickBooks failed because of a document on the page. Where that is in doubt, the page that begins a search and the
 * one that ends it have to fail again and again.
 */
async function isOfDocument(error: unknown, { client, access, type, cursor }: Asked): Promise<boolean> {
  if (!isDoubtful(error)) return error instanceof ProviderError && error.code === 'poisoned';
  const { size = PAGE_SIZE } = cursor;
  if (size > 1 && size < PAGE_SIZE) return true;
  if (!(access.blamesDocument ?? false)) return false;
  if (size === 1) await assertAnswers(client, access, type);
  return true;
}

/** A step's cursors as others keep them: they go along the same moment, whoever uses them. */
function written({ next, holes }: Step, by: Cursor['by']): Pick<RowsPage, 'next' | 'holes'> {
  const along = (cursor: Cursor) => writeCursor({ ...cursor, by });
  return { next: next && along(next), holes: holes.map(along) };
}

function pageQuery({ type, where: given }: RowsQuery, cursor: Cursor): Query {
  const where = cursor.by === 'updated' ? [] : [...given];
  const property = PROPERTY[cursor.by ?? 'created'];
  if ('within' in cursor) {
    // Up to the next second, not up to this one: whether fractions are kept out of sight is not known.
    where.push({ property, operator: '>=', value: cursor.within });
    where.push({ property, operator: '<', value: secondAfter(cursor.within) });
    // All were created at once; ids are the other order that never changes.
    const { position: startPosition, size: maxResults = PAGE_SIZE } = cursor;
    return { select: '*', type, where, orderBy: 'Id', startPosition, maxResults };
  }
  if (cursor.after !== '') where.push({ property, operator: '>=', value: cursor.after });
  if (cursor.until !== undefined) where.push({ property, operator: '<', value: secondAfter(cursor.until) });
  const { at: startPosition = 1, size: maxResults = PAGE_SIZE } = cursor;
  return { select: '*', type, where, orderBy: property, startPosition, maxResults };
}

const QueryBody = z.looseObject({ QueryResponse: z.looseObject({}) });

/** The answer leaves the key out when there is nothing; `totalCount` is there for some types only and is not used. */
export function rowsOf({ body }: ApiAnswer, type: SaleType): unknown[] {
  const response = QueryBody.safeParse(body).data?.QueryResponse;
  const rows = response && (response[ENTITIES[type]] ?? []);
  if (!Array.isArray(rows)) throw new ProviderError('unavailable', 'page: the answer holds no rows');
  return rows;
}
