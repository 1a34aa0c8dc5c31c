import { serialize } from 'bson';
import { expect, test } from 'vitest';
import { encode } from './bson-documents.ts';
import { parseMessage, replyHeader, splitDocuments } from './wire-messages.ts';

function message(operation: number, ...parts: Uint8Array[]): Buffer {
  const body = Buffer.concat(parts);
  const header = Buffer.alloc(16);
  header.writeInt32LE(16 + body.length, 0);
  header.writeInt32LE(77, 4);
  header.writeInt32LE(operation, 12);
  return Buffer.concat([header, body]);
}

const flags = (bits: number) => Buffer.from(Uint32Array.of(bits).buffer);
const document = (value: object) => Buffer.concat([Buffer.of(0), serialize(value)]);
function sequence(name: string, values: object[]): Buffer {
  const content = Buffer.concat([Buffer.from(`${name}\0`), ...values.map((value) => serialize(value))]);
  const length = Buffer.alloc(4);
  length.writeInt32LE(content.length + 4);
  return Buffer.concat([Buffer.of(1), length, content]);
}

test('a command is taken off the wire undecoded', () => {
  const request = parseMessage(message(2013, flags(0), document({ ping: 1, $db: 'admin' })));
  expect(request).toEqual({
    id: 77,
    body: encode({ ping: 1, $db: 'admin' }),
    sequence: undefined,
    replies: true,
    legacy: false,
  });
});

test('documents sent beside a command are one run of bytes that splits into each', () => {
  const documents = [{ _id: 1 }, { _id: 2, name: 'two' }];
  const request = parseMessage(
    message(2013, flags(0), document({ insert: 'a' }), sequence('documents', documents)),
  );
  expect(splitDocuments(request.sequence ?? Buffer.alloc(0))).toEqual(
    documents.map((value) => encode(value)),
  );
});

test('sections are read in either order, and a checksum is not one of them', () => {
  const parts = [flags(1), sequence('documents', [{ _id: 1 }]), document({ insert: 'a' }), Buffer.alloc(4)];
  const request = parseMessage(message(2013, ...parts));
  expect(request.body).toEqual(encode({ insert: 'a' }));
  expect(request.sequence).toEqual(encode({ _id: 1 }));
});

test('a sender may want no reply', () => {
  expect(parseMessage(message(2013, flags(2), document({ insert: 'a' }))).replies).toBe(false);
});

test('the handshake of old form is understood', () => {
  const query = Buffer.concat([
    flags(0),
    Buffer.from('admin.$cmd\0'),
    Buffer.alloc(8),
    serialize({ isMaster: 1 }),
  ]);
  expect(parseMessage(message(2004, query))).toMatchObject({ body: encode({ isMaster: 1 }), legacy: true });
});

test.each([
  ['an operation drivers no longer send', message(2002, flags(0))],
  ['a section longer than its message', message(2013, flags(0), document({ ping: 1 }).subarray(0, 9))],
  ['a section of unknown kind', message(2013, flags(0), Buffer.of(9, 5, 0, 0, 0, 0))],
  ['no command', message(2013, flags(0))],
])('%s is refused', (_, bytes) => {
  expect(() => parseMessage(bytes)).toThrow(RangeError);
});

test('a document that ends after its run is refused', () => {
  expect(() => splitDocuments(encode({ _id: 1 }).subarray(0, 8))).toThrow(RangeError);
});

test('a reply names the request and its own length, in the form it was asked in', () => {
  const header = replyHeader(5, 77, 100, false);
  expect([0, 4, 8, 12].map((offset) => header.readInt32LE(offset))).toEqual([121, 5, 77, 2013]);
  const legacy = replyHeader(5, 77, 100, true);
  expect([0, 4, 8, 12].map((offset) => legacy.readInt32LE(offset))).toEqual([136, 5, 77, 1]);
});
