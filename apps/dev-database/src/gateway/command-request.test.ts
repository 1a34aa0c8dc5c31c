import { Binary, Long, serialize } from 'bson';
import { expect, test } from 'vitest';
import { readCommand } from './command-request.ts';

const wire = (command: object) => ({
  id: 1,
  body: Buffer.from(serialize(command)),
  sequence: undefined,
  replies: true,
  legacy: false,
});

test('a command says its name, collection, database, session and limits', () => {
  const lsid = { id: new Binary(Buffer.from('00112233445566778899aabbccddeeff', 'hex'), 4) };
  const request = readCommand(wire({ find: 'sales', filter: {}, maxTimeMS: 250, lsid, $db: 'shop' }));
  expect(request).toMatchObject({
    name: 'find',
    collection: 'sales',
    database: 'shop',
    session: '00112233445566778899aabbccddeeff',
    transaction: undefined,
    maxTimeMS: 250,
  });
});

test('a transaction number stays exact', () => {
  const number = Long.fromString('9007199254740993');
  const request = readCommand(
    wire({ insert: 'a', txnNumber: number, startTransaction: true, autocommit: false }),
  );
  expect(request.transaction).toEqual({ number: 9007199254740993n, starts: true });
});

test('a retryable write is no transaction', () => {
  expect(readCommand(wire({ insert: 'a', txnNumber: Long.fromNumber(1) })).transaction).toBeUndefined();
});

test.each([
  ['an empty command', {}],
  ['$db must be a string', { ping: 1, $db: 5 }],
])('%s is refused', (message, command) => {
  expect(() => readCommand(wire(command))).toThrow(message);
});
