import type { Document } from 'bson';
import { decode } from '../bson-documents.ts';
import type { CommandHandler } from '../command-context.ts';
import { CommandError } from '../command-error.ts';
import { describeDuplicateKey } from '../duplicate-key.ts';
import { errorCode } from '../error-codes.ts';
import { bsonColumn } from '../postgres-connections.ts';
import { toCommandError } from '../sql-errors.ts';
import { assignedFields } from '../written-fields.ts';

const text = 'SELECT p_result FROM documentdb_api.find_and_modify($1, $2, NULL)';

/** Changes or removes one document and answers with it. */
export const findAndModify: CommandHandler = async ({ request, statements, transaction }) => {
  const { database, collection, command, raw } = request;
  const run = async () => bsonColumn((await statements.query(text, [database, raw]))['p_result']);
  try {
    const reply = await run();
    // See the same in `delete`: a document changed meanwhile is passed over, once.
    const missed = command['remove'] === true && transaction === undefined && decode(reply)['value'] === null;
    return missed ? await run() : reply;
  } catch (error) {
    const failure = toCommandError(error, transaction !== undefined);
    if (failure.code !== errorCode.duplicateKey || transaction !== undefined) throw failure;
    const written = assignedFields((command['query'] ?? {}) as Document, command['update'] as Document);
    const { message } = failure;
    const { errmsg, ...details } = await describeDuplicateKey({
      statements,
      database,
      collection,
      message,
      written,
    });
    throw new CommandError(failure.code, errmsg, { details, cause: error });
  }
};
