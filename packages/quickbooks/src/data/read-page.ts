import {
  ProviderError,
  type PageCursor,
  type PageQuery,
  type ProviderAccess,
  type SaleType,
} from '@sales-channels/bff/provider';
import { z } from 'zod';
import type { ApiAnswer, ApiClient } from '../http/api-client.ts';
import { readHead } from '../mapping/document.ts';
import { nextAfter, nextWithin, secondAfter } from './next-cursor.ts';
import { readCursor, type Cursor } from './page-cursor.ts';
import { buildQuery, ENTITIES, type Condition, type Query } from './query.ts';

export interface RowsPage {
  rows: unknown[];
  next: PageCursor | null;
  serverTime: Date;
}

/**
 * One page of a type's documents, walked along the moment of their creation: it never changes, so neither edits, payments nor
 * documents made meanwhile can move one past the reader, as they do with positions in a list.
 */
export async function readPage(
  client: ApiClient,
  access: ProviderAccess,
  kind: 'page' | 'ids',
  { type, from, cursor: given }: PageQuery,
): Promise<RowsPage> {
  const cursor = given && readCursor(given);
  const answer = await client(access, {
    kind,
    path: 'query',
    params: { query: buildQuery(pageQuery(type, from, cursor)) },
  });
  const rows = rowsOf(answer, type);
  const { serverTime } = answer;
  if (cursor && 'within' in cursor) return { rows, next: nextWithin(cursor, rows), serverTime };
  const seen = new Set<string | null>(cursor?.seen);
  return {
    rows: rows.filter((row) => !seen.has(readHead(row).id)),
    next: nextAfter(cursor?.after ?? null, rows),
    serverTime,
  };
}

function pageQuery(type: SaleType, from: string, cursor: Cursor | undefined): Query {
  const where: Condition[] = [{ property: 'TxnDate', operator: '>=', value: from }];
  const property = 'MetaData.CreateTime';
  if (cursor && 'within' in cursor) {
    // Up to the next second, not up to this one: whether fractions are kept out of sight is not known.
    where.push({ property, operator: '>=', value: cursor.within });
    where.push({ property, operator: '<', value: secondAfter(cursor.within) });
    // All were created at once; ids are the other order that never changes.
    return { select: '*', type, where, orderBy: 'Id', startPosition: cursor.position };
  }
  if (cursor) where.push({ property, operator: '>=', value: cursor.after });
  return { select: '*', type, where, orderBy: property, startPosition: 1 };
}

const QueryBody = z.looseObject({ QueryResponse: z.looseObject({}) });

/** The answer leaves the key out when there is nothing; `totalCount` is there for some types only and is not used. */
function rowsOf({ body }: ApiAnswer, type: SaleType): unknown[] {
  const response = QueryBody.safeParse(body).data?.QueryResponse;
  const rows = response && (response[ENTITIES[type]] ?? []);
  if (!Array.isArray(rows)) throw new ProviderError('unavailable', 'page: the answer holds no rows');
  return rows;
}
