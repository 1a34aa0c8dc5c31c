import type { PoolClient } from 'pg';
import { CommandError } from './command-error.ts';
import { errorCode } from './error-codes.ts';
import type { Transaction } from './transactions.ts';

/** MongoDB's own default for a cursor nobody asks. */
const idleMs = 600_000;

/** How many cursors may keep a connection each; past it the one unused for longest goes. */
const maxPinned = 40;

/** A query whose remaining documents a client may still ask for. */
export interface Cursor {
  id: bigint;
  database: string;
  /** What the extension wants back to go on. */
  continuation: Buffer;
  /** The connection that holds the result, for queries whose result lives in one. */
  pinned: PoolClient | undefined;
  transaction: Transaction | undefined;
}

export type Cursors = ReturnType<typeof createCursors>;

/** Keeps the open cursors of all clients. */
export function createCursors() {
  // In order of last use, oldest first.
  const open = new Map<bigint, { cursor: Cursor; usedAt: number }>();

  async function close(cursor: Cursor): Promise<void> {
    open.delete(cursor.id);
    const { pinned } = cursor;
    cursor.pinned = undefined;
    await pinned?.query('CLOSE ALL').then(
      () => pinned.release(),
      () => pinned.release(true),
    );
  }

  async function closeAll(matching: (entry: { cursor: Cursor; usedAt: number }) => boolean): Promise<void> {
    const found = [...open.values()].filter(matching);
    await Promise.all(found.map(({ cursor }) => close(cursor)));
  }

  return {
    async add(cursor: Cursor): Promise<void> {
      open.set(cursor.id, { cursor, usedAt: Date.now() });
      if (cursor.pinned === undefined) return;
      const pinned = [...open.values()].filter((entry) => entry.cursor.pinned !== undefined);
      const [oldest] = pinned;
      if (pinned.length > maxPinned && oldest !== undefined) await close(oldest.cursor);
    },

    /** The cursor, marked as used now. */
    take(id: bigint): Cursor {
      const entry = open.get(id);
      if (entry === undefined) throw new CommandError(errorCode.cursorNotFound, `cursor id ${id} not found`);
      open.delete(id);
      open.set(id, { cursor: entry.cursor, usedAt: Date.now() });
      return entry.cursor;
    },

    close,

    async kill(id: bigint): Promise<boolean> {
      const entry = open.get(id);
      if (entry === undefined) return false;
      await close(entry.cursor);
      return true;
    },

    transactionEnded(transaction: Transaction): void {
      for (const [id, { cursor }] of open) if (cursor.transaction === transaction) open.delete(id);
    },

    async reap(now = Date.now()): Promise<void> {
      await closeAll(({ usedAt }) => now - usedAt > idleMs);
    },

    async closeAll(): Promise<void> {
      await closeAll(() => true);
    },
  };
}
