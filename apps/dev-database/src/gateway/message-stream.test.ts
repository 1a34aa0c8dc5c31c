import { expect, test } from 'vitest';
import { createMessageAssembler, maxMessageBytes } from './message-stream.ts';

function message(length: number, fill: number): Buffer {
  const bytes = Buffer.alloc(length, fill);
  bytes.writeInt32LE(length, 0);
  return bytes;
}

test('messages come out whole however their bytes are cut', () => {
  const messages = [message(20, 1), message(16, 2), message(300, 3)];
  const bytes = Buffer.concat(messages);
  for (const size of [1, 3, 7, 17, 36, 336]) {
    const assemble = createMessageAssembler();
    const seen: Buffer[] = [];
    for (let offset = 0; offset < bytes.length; offset += size) {
      seen.push(...assemble(bytes.subarray(offset, offset + size)));
    }
    expect(seen).toEqual(messages);
  }
});

test('several messages in one chunk come out in their order', () => {
  const messages = [message(20, 1), message(16, 2)];
  expect(createMessageAssembler()(Buffer.concat(messages))).toEqual(messages);
});

test.each([15, -1, maxMessageBytes + 1])('a length of %i bytes is refused before more is read', (length) => {
  const start = Buffer.alloc(4);
  start.writeInt32LE(length);
  expect(() => createMessageAssembler()(start)).toThrow(RangeError);
});
