import type { Document } from 'bson';
import type { CommandRequest } from './command-request.ts';
import type { Cursors } from './cursors.ts';
import type { StatementRunner } from './statement-runner.ts';
import type { Transaction, Transactions } from './transactions.ts';

/** What a command's code works with. */
export interface CommandContext {
  request: CommandRequest;
  cursors: Cursors;
  transactions: Transactions;
  /** The open transaction this command is part of. */
  transaction: Transaction | undefined;
  statements: StatementRunner;
}

/** A reply: bytes as the extension made them, or a document to encode. */
export type Reply = Buffer | Document;

export type CommandHandler = (context: CommandContext) => Promise<Reply>;
