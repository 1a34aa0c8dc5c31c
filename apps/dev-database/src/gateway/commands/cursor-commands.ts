import type { CommandHandler } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { errorCode } from '../error-codes.ts';
import { bsonColumn, queryRow } from '../postgres-connections.ts';

/** A command that answers with a first page and, when there is more, leaves a cursor open. */
function firstPage(routine: string): CommandHandler {
  const text = `SELECT cursorpage, continuation, persistconnection, cursorid FROM documentdb_api.${routine}($1, $2)`;
  return async ({ request, cursors, transaction, statements }) => {
    const row = await statements.query(text, [request.database, request.raw]);
    if (row['continuation'] !== null) {
      await cursors.add({
        id: BigInt(String(row['cursorid'])),
        database: request.database,
        continuation: bsonColumn(row['continuation']),
        // Some results live in the connection they were made in, so the cursor takes it along.
        pinned: row['persistconnection'] === true ? statements.pin() : undefined,
        transaction,
      });
    }
    return bsonColumn(row['cursorpage']);
  };
}

const nextPage = 'SELECT cursorpage, continuation FROM documentdb_api.cursor_get_more($1, $2, $3)';

const getMore: CommandHandler = async ({ request, cursors, statements }) => {
  const cursor = cursors.take(cursorId(request.command['getMore']));
  const values = [cursor.database, request.raw, cursor.continuation];
  const row = await (cursor.pinned
    ? queryRow(cursor.pinned, nextPage, values)
    : statements.query(nextPage, values));
  if (row['continuation'] === null) await cursors.close(cursor);
  else cursor.continuation = bsonColumn(row['continuation']);
  return bsonColumn(row['cursorpage']);
};

const killCursors: CommandHandler = async ({ request, cursors }) => {
  const ids: unknown = request.command['cursors'];
  const killed: bigint[] = [];
  const unknown: bigint[] = [];
  for (const id of Array.isArray(ids) ? ids.map(cursorId) : []) {
    ((await cursors.kill(id)) ? killed : unknown).push(id);
  }
  return { cursorsKilled: killed, cursorsNotFound: unknown, cursorsAlive: [], cursorsUnknown: [], ok: 1 };
};

function cursorId(value: unknown): bigint {
  if (typeof value === 'bigint') return value;
  if (typeof value === 'number' && Number.isInteger(value)) return BigInt(value);
  throw new CommandError(errorCode.badValue, 'a cursor id must be a 64-bit integer');
}

/** Commands that answer page by page. */
export const cursorCommands: Record<string, CommandHandler> = {
  find: firstPage('find_cursor_first_page'),
  aggregate: firstPage('aggregate_cursor_first_page'),
  listcollections: firstPage('list_collections_cursor_first_page'),
  listindexes: firstPage('list_indexes_cursor_first_page'),
  getmore: getMore,
  killcursors: killCursors,
};
