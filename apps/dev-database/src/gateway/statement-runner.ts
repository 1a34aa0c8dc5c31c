import type { Pool, PoolClient } from 'pg';
import { type Parameter, queryRow, type Row } from './postgres-connections.ts';
import type { Transaction } from './transactions.ts';

export type StatementRunner = ReturnType<typeof createStatementRunner>;

/**
 * Runs one command's statements in the transaction's connection, or in one borrowed for the command's duration at the
 * first statement. `maxTimeMS` bounds each statement.
 */
export function createStatementRunner(pool: Pool, transaction: Transaction | undefined, maxTimeMS: number) {
  let borrowed: PoolClient | undefined;

  async function connect(): Promise<PoolClient> {
    const connection = transaction?.connection ?? (borrowed ??= await pool.connect());
    if (maxTimeMS > 0) await connection.query(`SET statement_timeout = ${Math.ceil(maxTimeMS)}`);
    return connection;
  }

  return {
    async query(text: string, values: readonly Parameter[]): Promise<Row> {
      const connection = await connect();
      if (transaction !== undefined) transaction.busy += 1;
      try {
        return await queryRow(connection, text, values);
      } finally {
        if (transaction !== undefined) transaction.busy -= 1;
      }
    },

    /** Hands the borrowed connection over to the caller, who has to release it. */
    pin(): PoolClient | undefined {
      const connection = borrowed;
      borrowed = undefined;
      return connection;
    },

    /** Gives the borrowed connection back. */
    async finish(): Promise<void> {
      const connection = transaction?.connection ?? borrowed;
      if (maxTimeMS > 0) await connection?.query('SET statement_timeout = 0').catch(() => {});
      borrowed?.release();
    },
  };
}
