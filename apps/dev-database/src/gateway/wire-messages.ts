/** Operation codes of the MongoDB wire protocol that drivers still send. */
const opQuery = 2004;
const opReply = 1;
const opMessage = 2013;

const checksumPresent = 1;
const moreToCome = 2;

/** One request off the wire; its parts are views of the received bytes. */
export interface WireRequest {
  id: number;
  /** The command document, undecoded. */
  body: Buffer;
  /** The documents a driver sent beside the command, one after another, undecoded. */
  sequence: Buffer | undefined;
  /** False when the sender wants no reply. */
  replies: boolean;
  /** True for the handshake of old form, answered in the old form. */
  legacy: boolean;
}

/**
 * Reads one whole message.
 *
 * @throws RangeError when it is of an unknown kind or inconsistent in its lengths.
 */
export function parseMessage(message: Buffer): WireRequest {
  const id = message.readInt32LE(4);
  const operation = message.readInt32LE(12);
  if (operation === opQuery) {
    const endOfName = message.indexOf(0, 20);
    const body = message.subarray(endOfName + 9);
    return { id, body: takeDocument(body, 0), sequence: undefined, replies: true, legacy: true };
  }
  if (operation !== opMessage) throw new RangeError(`operation ${operation} is not understood`);
  return parseSections(id, message);
}

function parseSections(id: number, message: Buffer): WireRequest {
  const flags = message.readUInt32LE(16);
  const end = message.length - (flags & checksumPresent ? 4 : 0);
  let body: Buffer | undefined;
  let sequence: Buffer | undefined;
  for (let offset = 20; offset < end;) {
    const kind = message.readUInt8(offset);
    const length = message.readInt32LE(offset + 1);
    const next = offset + 1 + length;
    if (length < 5 || next > end) throw new RangeError('a section is longer than its message');
    if (kind === 0) body = message.subarray(offset + 1, next);
    else if (kind === 1) sequence = message.subarray(message.indexOf(0, offset + 5) + 1, next);
    else throw new RangeError(`section kind ${kind} is not understood`);
    offset = next;
  }
  if (body === undefined) throw new RangeError('a message without a command');
  return { id, body, sequence, replies: (flags & moreToCome) === 0, legacy: false };
}

/** The header that goes before a reply's document. */
export function replyHeader(
  requestId: number,
  responseTo: number,
  bodyLength: number,
  legacy: boolean,
): Buffer {
  const length = legacy ? 36 : 21;
  const header = Buffer.alloc(length);
  header.writeInt32LE(length + bodyLength, 0);
  header.writeInt32LE(requestId, 4);
  header.writeInt32LE(responseTo, 8);
  header.writeInt32LE(legacy ? opReply : opMessage, 12);
  if (legacy) {
    header.writeInt32LE(8, 16);
    header.writeInt32LE(1, 32);
  }
  return header;
}

/** Cuts a run of documents into single ones, undecoded. */
export function splitDocuments(sequence: Buffer): Buffer[] {
  const documents: Buffer[] = [];
  for (let offset = 0; offset < sequence.length;) {
    const document = takeDocument(sequence, offset);
    documents.push(document);
    offset += document.length;
  }
  return documents;
}

function takeDocument(bytes: Buffer, offset: number): Buffer {
  const length = bytes.readInt32LE(offset);
  if (length < 5 || offset + length > bytes.length)
    throw new RangeError('a document is longer than its message');
  return bytes.subarray(offset, offset + length);
}
