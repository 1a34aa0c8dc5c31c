import { CommandError, transientTransaction } from './command-error.ts';
import { codeOfState, errorCode } from './error-codes.ts';

/** Tells a client what PostgreSQL's failure means; whether it happened in a transaction decides who may try again. */
export function toCommandError(error: unknown, inTransaction: boolean): CommandError {
  if (error instanceof CommandError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const state = sqlState(error);
  const code = isLateLockTimeout(state, message) ? errorCode.writeConflict : codeOfState(state ?? '');
  const transient = inTransaction && (code === errorCode.writeConflict || state === undefined);
  return new CommandError(code, message, { labels: transient ? [transientTransaction] : [], cause: error });
}

/**
 * Nobody cancels statements here: PostgreSQL says so of a wait for a lock that ran out of time in the moment it got the lock,
 * for it has forgotten by then which clock it was.
 */
const isLateLockTimeout = (state: string | undefined, message: string): boolean =>
  state === '57014' && message.includes('user request');

/** The five characters PostgreSQL names a failure with, when the error is one of PostgreSQL's. */
export function sqlState(error: unknown): string | undefined {
  const code: unknown = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) ? code : undefined;
}
