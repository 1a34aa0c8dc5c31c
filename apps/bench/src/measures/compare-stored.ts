import { createHash } from 'node:crypto';
import type { Db, Document } from 'mongodb';
import { BSON } from 'mongodb';
import { SALES_COLLECTION } from '../sides/side.ts';

/** What differs between any two imports of the same document. */
const OWN = new Set([
  '_id',
  'channelId',
  'sequence',
  'importedAt',
  'updatedAt',
  'contentHash',
  'revisions',
  'revision',
]);

/** A hash of each stored sale by kind and id, and one sale to show. */
export async function readStored(database: Db): Promise<Map<string, { hash: string; sale: Document }>> {
  const stored = new Map<string, { hash: string; sale: Document }>();
  for await (const sale of database.collection(SALES_COLLECTION).find({})) {
    stored.set(`${sale['type']}/${sale['externalId']}`, { hash: hashOf(sale), sale });
  }
  return stored;
}

const fieldsOf = (sale: Document): string[] =>
  Object.keys(sale)
    .sort()
    .map((name) => `${name}: ${OWN.has(name) ? typeof sale[name] : BSON.EJSON.stringify(sale[name])}`);

const hashOf = (sale: Document): string =>
  createHash('sha1').update(fieldsOf(sale).join('\n')).digest('base64');

/** @throws Error when a side has stored other sales than we: its times would then tell nothing. */
export function assertSame(
  side: string,
  ours: Awaited<ReturnType<typeof readStored>>,
  theirs: Awaited<ReturnType<typeof readStored>>,
): void {
  if (ours.size !== theirs.size)
    throw new Error(`${side} has stored ${theirs.size} sales instead of ${ours.size}.`);
  for (const [key, { hash, sale }] of ours) {
    const other = theirs.get(key);
    if (other?.hash === hash) continue;
    const fields = new Set(other ? fieldsOf(other.sale) : []);
    const missing = fieldsOf(sale).filter((field) => !fields.has(field));
    const others = [...fields].filter((field) => !fieldsOf(sale).includes(field));
    throw new Error(
      `${side} has stored another ${key}: ${others.join(', ')} instead of ${missing.join(', ')}`,
    );
  }
}
