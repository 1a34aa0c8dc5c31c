/** The longest message a client may send, in bytes; the handshake announces it. */
export const maxMessageBytes = 48_000_000;

/**
 * Puts a socket's chunks together to whole messages.
 *
 * @returns what to call with each chunk; it gives the messages that are whole now, and throws RangeError when a message
 * announces a length out of bounds.
 */
export function createMessageAssembler(): (chunk: Buffer) => Buffer[] {
  let parts: Buffer[] = [];
  let size = 0;
  return (chunk) => {
    parts.push(chunk);
    size += chunk.length;
    if (size < 4 || size < announcedLength(parts)) return [];
    let rest = parts.length === 1 ? chunk : Buffer.concat(parts, size);
    const messages: Buffer[] = [];
    while (rest.length >= 4 && rest.length >= checked(rest.readInt32LE(0))) {
      const length = rest.readInt32LE(0);
      messages.push(rest.subarray(0, length));
      rest = rest.subarray(length);
    }
    parts = rest.length > 0 ? [rest] : [];
    size = rest.length;
    return messages;
  };
}

/** The first four bytes may be spread over several chunks. */
function announcedLength(parts: Buffer[]): number {
  const [first] = parts;
  const start = first !== undefined && first.length >= 4 ? first : Buffer.concat(parts);
  return checked(start.readInt32LE(0));
}

function checked(length: number): number {
  if (length < 16 || length > maxMessageBytes)
    throw new RangeError(`a message of ${length} bytes is not taken`);
  return length;
}
