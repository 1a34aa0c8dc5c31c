import type { PoolClient } from 'pg';
import { expect, test, vi } from 'vitest';
import { type Cursor, createCursors } from './cursors.ts';
import type { Transaction } from './transactions.ts';

function cursor(id: bigint, parts: Partial<Cursor> = {}): Cursor {
  return {
    id,
    database: 'shop',
    continuation: Buffer.alloc(0),
    pinned: undefined,
    transaction: undefined,
    ...parts,
  };
}

function pinned() {
  const release = vi.fn<(broken?: boolean) => void>();
  const query = vi.fn<(text: string) => Promise<void>>(async () => {});
  return { connection: { query, release } as unknown as PoolClient, query, release };
}

test('a cursor is found until it is closed', async () => {
  const cursors = createCursors();
  const added = cursor(7n);
  await cursors.add(added);
  expect(cursors.take(7n)).toBe(added);
  expect(await cursors.kill(7n)).toBe(true);
  expect(await cursors.kill(7n)).toBe(false);
  expect(() => cursors.take(7n)).toThrow('cursor id 7 not found');
});

test('a cursor gives its connection back, cleared, once', async () => {
  const cursors = createCursors();
  const { connection, query, release } = pinned();
  const added = cursor(1n, { pinned: connection });
  await cursors.add(added);
  await cursors.close(added);
  await cursors.close(added);
  expect(query).toHaveBeenCalledExactlyOnceWith('CLOSE ALL');
  expect(release).toHaveBeenCalledExactlyOnceWith();
});

test('the cursor unused for longest gives way when too many hold a connection', async () => {
  const cursors = createCursors();
  for (let id = 1n; id <= 40n; id++) await cursors.add(cursor(id, { pinned: pinned().connection }));
  cursors.take(1n);
  await cursors.add(cursor(41n, { pinned: pinned().connection }));
  expect(() => cursors.take(2n)).toThrow('not found');
  expect(cursors.take(1n).id).toBe(1n);
});

test('a cursor nobody asks for ten minutes is closed', async () => {
  const cursors = createCursors();
  const { connection, release } = pinned();
  await cursors.add(cursor(1n, { pinned: connection }));
  await cursors.reap(Date.now() + 599_000);
  expect(release).not.toHaveBeenCalled();
  await cursors.reap(Date.now() + 601_000);
  expect(release).toHaveBeenCalledOnce();
});

test("a transaction's cursors end with it", async () => {
  const cursors = createCursors();
  const transaction = {} as Transaction;
  await cursors.add(cursor(1n, { transaction }));
  await cursors.add(cursor(2n));
  cursors.transactionEnded(transaction);
  expect(() => cursors.take(1n)).toThrow('not found');
  expect(cursors.take(2n).id).toBe(2n);
});
