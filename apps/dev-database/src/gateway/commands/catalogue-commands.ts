import type { Document } from 'bson';
import { decode, encode } from '../bson-documents.ts';
import type { CommandHandler } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { errorCode } from '../error-codes.ts';
import { bsonColumn, type Parameter } from '../postgres-connections.ts';
import type { CommandRequest } from '../command-request.ts';

/** A command the extension answers with a whole reply. */
function answered(text: string, values: (request: CommandRequest) => Parameter[]): CommandHandler {
  return async ({ request, statements }) =>
    bsonColumn((await statements.query(text, values(request)))['reply']);
}

const whole = ({ database, raw }: CommandRequest) => [database, raw];
const scale = ({ command }: CommandRequest) => Number(command['scale'] ?? 1);

/** The extension's answers to these lack the `ok` that drivers look for, or say it in another form. */
function acknowledged(handler: CommandHandler): CommandHandler {
  return async (context) => {
    const reply = await handler(context);
    return { ...(Buffer.isBuffer(reply) ? decode(reply) : reply), ok: 1 };
  };
}

const drop: CommandHandler = async ({ request: { database, collection }, statements }) => {
  const row = await statements.query('SELECT documentdb_api.drop_collection($1, $2) AS dropped', [
    database,
    collection,
  ]);
  if (row['dropped'] !== true) throw new CommandError(errorCode.namespaceNotFound, 'ns not found');
  return { ns: `${database}.${collection}`, ok: 1 };
};

const dropDatabase: CommandHandler = async ({ request: { database }, statements }) => {
  await statements.query('SELECT documentdb_api.drop_database($1)', [database]);
  return { dropped: database, ok: 1 };
};

const renameCollection: CommandHandler = async ({ request, statements }) => {
  await statements.query('SELECT documentdb_api.rename_collection($1)', [request.raw]);
  return { ok: 1 };
};

const explain: CommandHandler = async ({ request, statements }) => {
  const inner = (request.command['explain'] ?? {}) as Document;
  const name = Object.keys(inner)[0] ?? '';
  const routine = new Map([
    ['find', 'bson_aggregation_find'],
    ['aggregate', 'bson_aggregation_pipeline'],
    ['count', 'bson_aggregation_count'],
    ['distinct', 'bson_aggregation_distinct'],
  ]).get(name);
  if (routine === undefined)
    throw new CommandError(errorCode.commandNotSupported, `${name} cannot be explained`);
  const text = `EXPLAIN (FORMAT JSON) SELECT document FROM documentdb_api_catalog.${routine}($1, $2)`;
  const row = await statements.query(text, [request.database, encode(inner)]);
  return { queryPlanner: { winningPlan: row['QUERY PLAN'] }, ok: 1 };
};

/** Commands about databases, collections and indexes, and those that answer with one value. */
export const catalogueCommands: Record<string, CommandHandler> = {
  count: answered('SELECT document AS reply FROM documentdb_api.count_query($1, $2)', whole),
  distinct: answered('SELECT document AS reply FROM documentdb_api.distinct_query($1, $2)', whole),
  create: answered('SELECT documentdb_api.create_collection_view($1, $2) AS reply', whole),
  validate: answered('SELECT documentdb_api.validate($1, $2) AS reply', whole),
  // The public routine leaves the work to a background job; this one has the index when it answers.
  createindexes: acknowledged(
    answered(
      'SELECT reply FROM documentdb_api_internal.create_indexes_non_concurrently($1, $2, true) AS reply',
      whole,
    ),
  ),
  dropindexes: acknowledged(async ({ request, statements }) => {
    const row = await statements.query('CALL documentdb_api.drop_indexes($1, $2, NULL)', whole(request));
    return bsonColumn(Object.values(row)[0]);
  }),
  collmod: acknowledged(
    answered('SELECT documentdb_api.coll_mod($1, $2, $3) AS reply', ({ database, collection, raw }) => [
      database,
      collection,
      raw,
    ]),
  ),
  collstats: answered('SELECT documentdb_api.coll_stats($1, $2, $3) AS reply', (request) => [
    request.database,
    request.collection,
    scale(request),
  ]),
  dbstats: answered('SELECT documentdb_api.db_stats($1, $2, false) AS reply', (request) => [
    request.database,
    scale(request),
  ]),
  listdatabases: answered('SELECT documentdb_api.list_databases($1) AS reply', ({ raw }) => [raw]),
  drop,
  dropdatabase: dropDatabase,
  renamecollection: renameCollection,
  explain,
};
