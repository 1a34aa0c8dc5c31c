import { expect, test } from 'vitest';
import { CommandError } from './command-error.ts';
import { toCommandError } from './sql-errors.ts';

const failure = (code: string) => Object.assign(new Error('as the server says'), { code });

test('a conflict in a transaction may be tried again as a whole', () => {
  expect(toCommandError(failure('40001'), true).toReply()).toEqual({
    ok: 0,
    errmsg: 'as the server says',
    code: 112,
    codeName: 'WriteConflict',
    errorLabels: ['TransientTransactionError'],
  });
});

test('a conflict outside a transaction carries no label', () => {
  expect(toCommandError(failure('55P03'), false).toReply()).not.toHaveProperty('errorLabels');
});

test('a statement that nobody can have cancelled is a conflict in a transaction, one that took too long is not', () => {
  const cancelled = (why: string) =>
    Object.assign(new Error(`canceling statement due to ${why}`), { code: '57014' });
  expect(toCommandError(cancelled('user request'), true)).toMatchObject({
    code: 112,
    labels: ['TransientTransactionError'],
  });
  expect(toCommandError(cancelled('user request'), false)).toMatchObject({ code: 50, labels: [] });
  expect(toCommandError(cancelled('statement timeout'), true)).toMatchObject({ code: 50, labels: [] });
});

test('a duplicate key in a transaction is not worth another try', () => {
  expect(toCommandError(failure('M001C'), true)).toMatchObject({ code: 11000, labels: [] });
});

test('a lost connection to the server ends a transaction that may be tried again', () => {
  expect(toCommandError(failure('ECONNRESET'), true)).toMatchObject({
    code: 1,
    labels: ['TransientTransactionError'],
  });
});

test('what is a command error already stays itself', () => {
  const error = new CommandError(26, 'ns not found');
  expect(toCommandError(error, true)).toBe(error);
});
