import type { Pool } from 'pg';
import { CommandError } from './command-error.ts';
import type { Reply } from './command-context.ts';
import { type CommandRequest, readCommand } from './command-request.ts';
import { catalogueCommands } from './commands/catalogue-commands.ts';
import { cursorCommands } from './commands/cursor-commands.ts';
import { sessionCommands } from './commands/session-commands.ts';
import { writeCommands } from './commands/write-commands.ts';
import type { Cursors } from './cursors.ts';
import { errorCode } from './error-codes.ts';
import { toCommandError } from './sql-errors.ts';
import { createStatementRunner } from './statement-runner.ts';
import type { Origin, Transaction, Transactions } from './transactions.ts';
import type { WireRequest } from './wire-messages.ts';

/** What all connections to the gateway share. */
export interface GatewayState {
  pool: Pool;
  cursors: Cursors;
  transactions: Transactions;
}

// Servers take some names in two spellings; drivers use both.
const handlers = new Map(
  Object.entries({ ...sessionCommands, ...cursorCommands, ...writeCommands, ...catalogueCommands }),
);
const endsTransaction = new Set(['commitTransaction', 'abortTransaction']);

/**
 * Carries out one command.
 *
 * @throws CommandError
 */
export async function runCommand(state: GatewayState, wire: WireRequest, origin: Origin): Promise<Reply> {
  const request = readCommand(wire);
  const handler = handlers.get(request.name.toLowerCase());
  if (handler === undefined)
    throw new CommandError(errorCode.commandNotFound, `no such command: '${request.name}'`);
  const transaction = await enterTransaction(state.transactions, request, origin);
  const statements = createStatementRunner(state.pool, transaction, request.maxTimeMS);
  try {
    return await handler({ ...state, request, transaction, statements });
  } catch (error) {
    if (transaction !== undefined) await state.transactions.fail(transaction);
    throw toCommandError(error, transaction !== undefined);
  } finally {
    await statements.finish();
  }
}

async function enterTransaction(
  transactions: Transactions,
  { name, session, transaction }: CommandRequest,
  origin: Origin,
): Promise<Transaction | undefined> {
  if (session === undefined || transaction === undefined || endsTransaction.has(name)) return undefined;
  return await transactions.enter(session, transaction, origin);
}
