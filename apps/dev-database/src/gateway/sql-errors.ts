import { CommandError, transientTransaction } from './command-error.ts';
import { codeOfState, errorCode } from './error-codes.ts';

/** Tells a client what PostgreSQL's failure means; whether it happened in a transaction decides who may try again. */
export function toCommandError(error: unknown, inTransaction: boolean): CommandError {
  if (error instanceof CommandError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const state = sqlState(error);
  const code = codeOfFailure(state ?? '', message, inTransaction);
  const transient = inTransaction && (code === errorCode.writeConflict || state === undefined);
  return new CommandError(code, message, { labels: transient ? [transientTransaction] : [], cause: error });
}

/**
 * MongoDB's number for a failure of PostgreSQL. No user cancels statements here, so one that is said to be cancelled by request
 * in a transaction, under heavy load, is taken for the other way a transaction's statement is ended: waiting for a lock.
 */
export function codeOfFailure(state: string, message: string, inTransaction: boolean): number {
  const isCancelled = state === '57014' && message.includes('user request');
  return inTransaction && isCancelled ? errorCode.writeConflict : codeOfState(state);
}

/** The five characters PostgreSQL names a failure with, when the error is one of PostgreSQL's. */
export function sqlState(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
