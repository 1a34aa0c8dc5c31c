import type { Document } from 'bson';
import { decode } from '../bson-documents.ts';
import type { CommandContext, CommandHandler, Reply } from '../command-context.ts';
import { CommandError, transientTransaction } from '../command-error.ts';
import { describeDuplicateKey } from '../duplicate-key.ts';
import { errorCode, unpackState } from '../error-codes.ts';
import { bsonColumn } from '../postgres-connections.ts';
import { codeOfFailure } from '../sql-errors.ts';
import { writtenFields } from '../written-fields.ts';
import { findAndModify } from './find-and-modify.ts';

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

const deleteOnce = writeCommand('delete');

/**
 * The extension passes over a document that another write changes while the deletion waits for it, where MongoDB looks
 * again; so a deletion that finds nothing looks again too.
 */
const deleteDocuments: CommandHandler = async (context) => {
  const reply = await deleteOnce(context);
  if (context.transaction !== undefined || !foundNothing(reply)) return reply;
  return await deleteOnce(context);
};

function foundNothing(reply: Reply): boolean {
  return Buffer.isBuffer(reply) && decode(reply)['n'] === 0;
}

async function withWriteErrors(
  { request, statements, transaction, transactions }: CommandContext,
  reply: Document,
): Promise<Document> {
  const errors = (reply['writeErrors'] ?? []) as WriteError[];
  for (const [position, error] of errors.entries()) {
    error.code = codeOfFailure(unpackState(error.code), error.errmsg, transaction !== undefined);
    if (error.code === errorCode.writeConflict) {
      throw new CommandError(error.code, error.errmsg, { labels: transaction ? [transientTransaction] : [] });
    }
    if (error.code === errorCode.duplicateKey && position < maxDescribed) {
      const { database, collection } = request;
      const written = writtenFields(request, error.index);
      const message = error.errmsg;
      Object.assign(
        error,
        await describeDuplicateKey({ statements, database, collection, message, written }),
      );
    }
  }
  // As on MongoDB, a failed write ends the transaction, while its reply is an ordinary one.
  if (transaction !== undefined && errors.length > 0) await transactions.fail(transaction);
  return reply;
}

/** Commands that change documents. */
export const writeCommands: Record<string, CommandHandler> = {
  insert: writeCommand('insert'),
  update: writeCommand('update'),
  delete: deleteDocuments,
  findandmodify: findAndModify,
};
