import type { Document } from 'bson';
import { decode, encode } from './bson-documents.ts';
import { bsonColumn } from './postgres-connections.ts';
import type { StatementRunner } from './statement-runner.ts';

export interface DuplicateKey {
  errmsg: string;
  keyPattern: Document;
  keyValue?: Document;
}

const listIndexes = 'SELECT cursorpage FROM documentdb_api.list_indexes_cursor_first_page($1, $2)';

/**
 * Says which index and which values a duplicate key is about, in MongoDB's words: the extension names only the index.
 *
 * @param message the extension's own message.
 * @param written what was to be written, as far as it is known.
 */
export async function describeDuplicateKey(
  statements: StatementRunner,
  database: string,
  collection: string,
  message: string,
  written: Document | undefined,
): Promise<DuplicateKey> {
  const index = /Index '([^']+)'/.exec(message)?.[1] ?? '_id_';
  const keyPattern = (await indexKey(statements, database, collection, index)) ?? { _id: 1 };
  const keyValue =
    written &&
    Object.fromEntries(Object.keys(keyPattern).map((path) => [path, valueAt(written, path) ?? null]));
  const shown = keyValue
    ? JSON.stringify(keyValue, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value))
    : '{ ? }';
  return {
    errmsg: `E11000 duplicate key error collection: ${database}.${collection} index: ${index} dup key: ${shown}`,
    keyPattern,
    ...(keyValue ? { keyValue } : {}),
  };
}

async function indexKey(
  statements: StatementRunner,
  database: string,
  collection: string,
  name: string,
): Promise<Document | undefined> {
  const page = await statements
    .query(listIndexes, [database, encode({ listIndexes: collection })])
    .catch(() => undefined);
  if (page === undefined) return undefined;
  const { cursor } = decode(bsonColumn(page['cursorpage'])) as {
    cursor: { firstBatch: { name: string; key: Document }[] };
  };
  return cursor.firstBatch.find((index) => index.name === name)?.key;
}

/** The value at a dotted path; an array on the way gives its elements' values. */
function valueAt(document: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((value, key) => {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value) && !/^\d+$/.test(key))
      return value.map((element) => (element as Document | null)?.[key] as unknown);
    return (value as Document)[key] as unknown;
  }, document);
}
