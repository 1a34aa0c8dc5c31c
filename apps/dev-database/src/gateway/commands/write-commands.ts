import type { Document } from 'bson';
import { decode } from '../bson-documents.ts';
import type { CommandContext, CommandHandler } from '../command-context.ts';
import { CommandError, transientTransaction } from '../command-error.ts';
import type { CommandRequest } from '../command-request.ts';
import { describeDuplicateKey } from '../duplicate-key.ts';
import { codeOfState, errorCode, unpackState } from '../error-codes.ts';
import { bsonColumn } from '../postgres-connections.ts';
import { toCommandError } from '../sql-errors.ts';
import { splitDocuments } from '../wire-messages.ts';

/** How many duplicate keys of one command are described; a bulk of thousands need not look each one up. */
const maxDescribed = 50;

interface WriteError extends Document {
  index: number;
  code: number;
  errmsg: string;
}

function writeCommand(routine: 'insert' | 'update' | 'delete'): CommandHandler {
  const text = `SELECT p_result, p_success FROM documentdb_api.${routine}($1, $2, $3, NULL)`;
  return async (context) => {
    const { request, statements } = context;
    const row = await statements.query(text, [request.database, request.raw, request.sequence ?? null]);
    const result = bsonColumn(row['p_result']);
    return row['p_success'] === true ? result : await withWriteErrors(context, decode(result));
  };
}

async function withWriteErrors(
  { request, statements, transaction, transactions }: CommandContext,
  reply: Document,
) {
  const errors = (reply['writeErrors'] ?? []) as WriteError[];
  for (const [position, error] of errors.entries()) {
    error.code = codeOfState(unpackState(error.code));
    if (error.code === errorCode.writeConflict) {
      throw new CommandError(error.code, error.errmsg, { labels: transaction ? [transientTransaction] : [] });
    }
    if (error.code === errorCode.duplicateKey && position < maxDescribed) {
      const { database, collection } = request;
      const written = writtenFields(statementAt(request, error.index));
      Object.assign(
        error,
        await describeDuplicateKey(statements, database, collection, error.errmsg, written),
      );
    }
  }
  // As on MongoDB, a failed write ends the transaction, while its reply is an ordinary one.
  if (transaction !== undefined && errors.length > 0) await transactions.fail(transaction);
  return reply;
}

function statementAt({ sequence, command }: CommandRequest, index: number): Document | undefined {
  if (sequence !== undefined) {
    const bytes = splitDocuments(sequence)[index];
    return bytes && decode(bytes);
  }
  return ((command['documents'] ?? command['updates']) as Document[] | undefined)?.[index];
}

/** An insert's document itself; of an update what its filter and its plain assignments say. */
function writtenFields(statement: Document | undefined): Document | undefined {
  if (statement?.['q'] === undefined) return statement;
  return assignedFields(statement['q'] as Document, statement['u'] as Document | undefined);
}

function assignedFields(filter: Document, update: Document | undefined): Document {
  return { ...filter, ...(update?.['$setOnInsert'] as Document), ...(update?.['$set'] as Document) };
}

const findAndModify: CommandHandler = async ({ request, statements, transaction }) => {
  const text = 'SELECT p_result FROM documentdb_api.find_and_modify($1, $2, NULL)';
  try {
    return bsonColumn((await statements.query(text, [request.database, request.raw]))['p_result']);
  } catch (error) {
    const failure = toCommandError(error, transaction !== undefined);
    if (failure.code !== errorCode.duplicateKey || transaction !== undefined) throw failure;
    const { database, collection, command } = request;
    const written = assignedFields(command['query'] as Document, command['update'] as Document | undefined);
    const { errmsg, ...details } = await describeDuplicateKey(
      statements,
      database,
      collection,
      failure.message,
      written,
    );
    throw new CommandError(failure.code, errmsg, { details, cause: error });
  }
};

/** Commands that change documents. */
export const writeCommands: Record<string, CommandHandler> = {
  insert: writeCommand('insert'),
  update: writeCommand('update'),
  delete: writeCommand('delete'),
  findandmodify: findAndModify,
};
