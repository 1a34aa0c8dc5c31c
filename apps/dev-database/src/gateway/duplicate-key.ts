import type { Document } from 'bson';
import { decode } from './bson-documents.ts';
import { bsonColumn } from './postgres-connections.ts';
import type { StatementRunner } from './statement-runner.ts';
import type { WrittenFields } from './written-fields.ts';

export interface DuplicateKey {
  errmsg: string;
  keyPattern: Document;
  keyValue?: Document;
}

/** Where a duplicate was met, and what was to be written there. */
export interface DuplicateKeyContext {
  statements: StatementRunner;
  database: string;
  collection: string;
  /** The extension's own message, which names the index in its own or in PostgreSQL's terms. */
  message: string;
  written: WrittenFields | undefined;
}

const findIndex = `
  SELECT (index_spec).index_name AS name, (index_spec).index_key AS key
  FROM documentdb_api_catalog.collection_indexes JOIN documentdb_api_catalog.collections USING (collection_id)
  WHERE database_name = $1 AND collection_name = $2 AND ((index_spec).index_name = $3 OR index_id = $4)`;

/** Says which index and which values a duplicate key is about, in MongoDB's words. */
export async function describeDuplicateKey(context: DuplicateKeyContext): Promise<DuplicateKey> {
  const { database, collection, written } = context;
  const { name, keyPattern } = await indexOf(context);
  const keyValue = written && valuesOf(keyPattern, written);
  const shown = keyValue ? JSON.stringify(keyValue, bigintAsText) : '{ ? }';
  return {
    errmsg: `E11000 duplicate key error collection: ${database}.${collection} index: ${name} dup key: ${shown}`,
    keyPattern,
    ...(keyValue ? { keyValue } : {}),
  };
}

async function indexOf({ statements, database, collection, message }: DuplicateKeyContext) {
  const name = /Index '([^']+)'/.exec(message)?.[1] ?? '_id_';
  const number = Number(/documents_rum_index_(\d+)/.exec(message)?.[1] ?? 0);
  const row = await statements
    .query(findIndex, [database, collection, number ? '' : name, number])
    .catch(() => undefined);
  if (typeof row?.['name'] !== 'string') return { name, keyPattern: { _id: 1 } };
  return { name: row['name'], keyPattern: decode(bsonColumn(row['key'])) };
}

function valuesOf(keyPattern: Document, { fields, whole }: WrittenFields): Document | undefined {
  const values = Object.keys(keyPattern).map((path) => [path, valueAt(fields, path)] as const);
  if (!whole && values.some(([, value]) => value === undefined)) return undefined;
  return Object.fromEntries(values.map(([path, value]) => [path, value ?? null]));
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

function bigintAsText(_key: string, value: unknown): unknown {
  return typeof value === 'bigint' ? String(value) : value;
}
