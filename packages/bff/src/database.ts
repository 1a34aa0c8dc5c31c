import type { ClientSession, Connection, mongo } from 'mongoose';
import mongoose, { Types } from 'mongoose';

// What the rest of the BFF needs to name of the database; queries stay in the models.
export type { ClientSession, Connection as Database, QueryFilter, UpdateQuery } from 'mongoose';
export { Types };

/** The database does not answer; the message says why. */
export class DatabaseUnreachableError extends Error {
  override readonly name = 'DatabaseUnreachableError';
}

/** True for a write that a unique index refused. */
export const isDuplicateKey = (error: unknown): boolean =>
  (error as { code?: unknown } | null)?.code === 11000;

/** For what has to survive the loss of a server, whatever the database's address says. */
export const DURABLE = { writeConcern: { w: 'majority', j: true } } as const;

/** Runs `work` in a transaction, again when another writer got in the way. */
export async function inTransaction<T>(
  connection: Connection,
  work: (session: ClientSession) => Promise<T>,
  options: mongo.TransactionOptions = {},
): Promise<T> {
  const session = await connection.startSession();
  try {
    return await session.withTransaction(() => work(session), options);
  } finally {
    await session.endSession();
  }
}

/** The ObjectId a text stands for; null for a text that is none, so that it finds nothing. */
export const toObjectId = (id: string): mongoose.Types.ObjectId | null =>
  /^[a-f0-9]{24}$/.test(id) ? new mongoose.Types.ObjectId(id) : null;
