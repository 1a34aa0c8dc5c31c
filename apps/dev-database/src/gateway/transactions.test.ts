import type { Pool } from 'pg';
import { expect, test, vi } from 'vitest';
import { createTransactions, type Transaction } from './transactions.ts';

function setUp() {
  const statements: string[] = [];
  const release = vi.fn<(broken?: boolean) => void>();
  const query = vi.fn<(text: string) => Promise<void>>(async (text) => {
    statements.push(text.split(/[ ;]/, 1)[0] ?? '');
  });
  const pool = { connect: async () => ({ query, release }) } as unknown as Pool;
  const ended: Transaction[] = [];
  const transactions = createTransactions(pool, (transaction) => ended.push(transaction));
  return { transactions, statements, release, query, ended };
}

const begin = (number: bigint) => ({ number, starts: true });
const go = (number: bigint) => ({ number, starts: false });

test('a transaction has one connection from its start to its commit', async () => {
  const { transactions, statements, release, ended } = setUp();
  const started = await transactions.enter('s', begin(1n), {});
  expect(await transactions.enter('s', go(1n), {})).toBe(started);
  await transactions.commit('s', 1n);
  expect(statements).toEqual(['BEGIN', 'COMMIT']);
  expect(release).toHaveBeenCalledTimes(1);
  expect(ended).toEqual([started]);
});

test('committing again is fine, another number is not', async () => {
  const { transactions, statements } = setUp();
  await transactions.enter('s', begin(1n), {});
  await transactions.commit('s', 1n);
  await transactions.commit('s', 1n);
  expect(statements).toEqual(['BEGIN', 'COMMIT']);
  await expect(transactions.commit('s', 2n)).rejects.toMatchObject({
    code: 251,
    labels: ['TransientTransactionError'],
  });
});

test('a command of a transaction that is not open is refused', async () => {
  const { transactions } = setUp();
  await expect(transactions.enter('s', go(1n), {})).rejects.toMatchObject({ code: 251 });
  await transactions.enter('s', begin(2n), {});
  await expect(transactions.enter('s', go(1n), {})).rejects.toMatchObject({ code: 251 });
});

test('a new transaction of a session rolls the one before it back', async () => {
  const { transactions, statements } = setUp();
  await transactions.enter('s', begin(1n), {});
  await transactions.enter('s', begin(2n), {});
  expect(statements).toEqual(['BEGIN', 'ROLLBACK', 'BEGIN']);
});

test('a failed transaction is rolled back, and its later commands are refused', async () => {
  const { transactions, statements } = setUp();
  await transactions.fail(await transactions.enter('s', begin(1n), {}));
  expect(statements).toEqual(['BEGIN', 'ROLLBACK']);
  await expect(transactions.commit('s', 1n)).rejects.toMatchObject({ code: 251 });
});

test('a connection whose rollback fails is not used again', async () => {
  const { transactions, query, release } = setUp();
  const transaction = await transactions.enter('s', begin(1n), {});
  query.mockRejectedValueOnce(new Error('the connection is gone'));
  await transactions.fail(transaction);
  expect(release).toHaveBeenCalledExactlyOnceWith(true);
});

test('a transaction is rolled back when all connections it came through are closed', async () => {
  const { transactions, statements } = setUp();
  const [first, second, other] = [{}, {}, {}];
  await transactions.enter('s', begin(1n), first);
  await transactions.enter('s', go(1n), second);
  await transactions.originClosed(first);
  await transactions.originClosed(other);
  expect(statements).toEqual(['BEGIN']);
  await transactions.originClosed(second);
  expect(statements).toEqual(['BEGIN', 'ROLLBACK']);
});

test('a transaction open for more than a minute is rolled back, unless it is at work', async () => {
  const { transactions, statements } = setUp();
  const transaction = await transactions.enter('s', begin(1n), {});
  await transactions.reap(Date.now() + 59_000);
  transaction.busy = 1;
  await transactions.reap(Date.now() + 61_000);
  expect(statements).toEqual(['BEGIN']);
  transaction.busy = 0;
  await transactions.reap(Date.now() + 61_000);
  expect(statements).toEqual(['BEGIN', 'ROLLBACK']);
});

test('the end of a session, and of the gateway, roll back what is open', async () => {
  const { transactions, statements } = setUp();
  await transactions.enter('a', begin(1n), {});
  await transactions.enter('b', begin(1n), {});
  await transactions.endSession('a');
  expect(statements).toEqual(['BEGIN', 'BEGIN', 'ROLLBACK']);
  await transactions.close();
  expect(statements).toEqual(['BEGIN', 'BEGIN', 'ROLLBACK', 'ROLLBACK']);
});
