import type { Pool, PoolClient } from 'pg';
import { CommandError, transientTransaction } from './command-error.ts';
import type { TransactionPart } from './command-request.ts';
import { errorCode } from './error-codes.ts';
import { toCommandError } from './sql-errors.ts';

/**
 * A row somebody else holds is a write conflict, as it is on MongoDB, and soon: not something to wait for. Not at once,
 * because the same limit is on the wait for a table to be extended, which dozens that insert at a time queue for.
 */
const lockTimeoutMs = 500;
const begin = `BEGIN ISOLATION LEVEL REPEATABLE READ; SET LOCAL lock_timeout = ${lockTimeoutMs}`;

/** MongoDB's own default for how long a transaction may stay open. */
const lifetimeMs = 60_000;
const rememberedCommits = 1000;

/** Whatever a client's commands arrive through; only its identity matters here. */
export type Origin = object;

/** One open transaction: a PostgreSQL connection of its own. */
export interface Transaction {
  session: string;
  number: bigint;
  connection: PoolClient;
  /** Statements under way. */
  busy: number;
}

interface OpenTransaction extends Transaction {
  origins: Set<Origin>;
  startedAt: number;
}

export type Transactions = ReturnType<typeof createTransactions>;

/** Keeps the open transactions of all sessions. `onEnd` hears of each one that is no longer open, however it ended. */
export function createTransactions(pool: Pool, onEnd: (transaction: Transaction) => void) {
  const open = new Map<string, OpenTransaction>();
  const committed = new Map<string, bigint>();

  async function finish(transaction: OpenTransaction, statement: 'COMMIT' | 'ROLLBACK'): Promise<void> {
    open.delete(transaction.session);
    onEnd(transaction);
    try {
      await transaction.connection.query(statement);
      transaction.connection.release();
    } catch (error) {
      transaction.connection.release(true);
      if (statement === 'COMMIT') throw toCommandError(error, true);
    }
  }

  async function start(session: string, { number }: TransactionPart, origin: Origin): Promise<Transaction> {
    const left = open.get(session);
    if (left !== undefined) await finish(left, 'ROLLBACK');
    const connection = await pool.connect();
    const transaction = {
      session,
      number,
      connection,
      busy: 0,
      origins: new Set([origin]),
      startedAt: Date.now(),
    };
    open.set(session, transaction);
    try {
      await connection.query(begin);
    } catch (error) {
      await finish(transaction, 'ROLLBACK');
      throw toCommandError(error, true);
    }
    return transaction;
  }

  function current(session: string, number: bigint): OpenTransaction {
    const transaction = open.get(session);
    if (transaction === undefined || transaction.number !== number) throw noSuchTransaction(number);
    return transaction;
  }

  return {
    /** The transaction a command belongs to, begun when the command says so. */
    async enter(session: string, part: TransactionPart, origin: Origin): Promise<Transaction> {
      if (part.starts) return await start(session, part, origin);
      const transaction = current(session, part.number);
      transaction.origins.add(origin);
      return transaction;
    },

    /** Commits; doing so again for the same transaction is fine, since a driver may not have had the first answer. */
    async commit(session: string, number: bigint): Promise<void> {
      if (committed.get(session) === number) return;
      await finish(current(session, number), 'COMMIT');
      committed.delete(session);
      committed.set(session, number);
      const [oldest] = committed.keys();
      if (committed.size > rememberedCommits && oldest !== undefined) committed.delete(oldest);
    },

    async abort(session: string, number: bigint): Promise<void> {
      await finish(current(session, number), 'ROLLBACK');
    },

    /** Ends a transaction in which a command failed; its later commands are told there is none. */
    async fail(transaction: Transaction): Promise<void> {
      const found = open.get(transaction.session);
      if (found !== undefined && found === transaction) await finish(found, 'ROLLBACK');
    },

    async endSession(session: string): Promise<void> {
      const found = open.get(session);
      if (found !== undefined) await finish(found, 'ROLLBACK');
      committed.delete(session);
    },

    /** Rolls back what only this client connection took part in. */
    async originClosed(origin: Origin): Promise<void> {
      const orphans = [...open.values()].filter(
        ({ origins }) => origins.delete(origin) && origins.size === 0,
      );
      await Promise.all(orphans.map((transaction) => finish(transaction, 'ROLLBACK')));
    },

    /** Rolls back what has been open for too long, except in the middle of a statement. */
    async reap(now = Date.now()): Promise<void> {
      const expired = [...open.values()].filter(
        ({ startedAt, busy }) => busy === 0 && now - startedAt > lifetimeMs,
      );
      await Promise.all(expired.map((transaction) => finish(transaction, 'ROLLBACK')));
    },

    async close(): Promise<void> {
      await Promise.all([...open.values()].map((transaction) => finish(transaction, 'ROLLBACK')));
    },
  };
}

function noSuchTransaction(number: bigint): CommandError {
  const message = `Given transaction number ${number} does not match any in-progress transactions`;
  return new CommandError(errorCode.noSuchTransaction, message, { labels: [transientTransaction] });
}
