import { Pool, type PoolClient } from 'pg';
import { connectionSettings, type PostgresAddress } from '../postgres/connect-when-ready.ts';

/** How many PostgreSQL connections the gateway opens at most; the server's own limit is above it. */
const maxConnections = 90;

const sessionOptions = [
  'search_path=documentdb_api_catalog,documentdb_api,public',
  'client_min_messages=error',
  'application_name=gateway',
]
  .map((setting) => `-c ${setting}`)
  .join(' ');

/** A query's parameter: BSON as bytes, names as text. */
export type Parameter = Buffer | string | number | boolean | null;

/** A row of a query whose columns the caller knows. */
export type Row = Record<string, string | boolean | number | null>;

/** Connections to the server, prepared for the extension. */
export function createConnectionPool(address: PostgresAddress): Pool {
  const pool = new Pool({
    ...connectionSettings(address),
    max: maxConnections,
    idleTimeoutMillis: 30_000,
    options: sessionOptions,
  });
  // An idle connection fails when the server stops; the next query reports what matters.
  pool.on('error', () => {});
  return pool;
}

const statementNames = new Map<string, string>();

/** Runs a statement that the connection prepares the first time it sees it, and gives its first row. */
export async function queryRow(
  connection: Pool | PoolClient,
  text: string,
  values: readonly Parameter[],
): Promise<Row> {
  let name = statementNames.get(text);
  if (name === undefined) statementNames.set(text, (name = `statement${statementNames.size}`));
  const { rows } = await connection.query<Row>({ name, text, values: [...values] });
  return rows[0] ?? {};
}

const bsonPrefix = 'BSONHEX'.length;

/** The bytes of a BSON column, which arrives as text. */
export function bsonColumn(value: Row[string] | undefined): Buffer {
  if (typeof value !== 'string') throw new TypeError('the extension answered without a document');
  return Buffer.from(value.slice(bsonPrefix), 'hex');
}
