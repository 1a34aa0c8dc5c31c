import { deserialize, type Document, serialize } from 'bson';

/** Decodes a document; 64-bit integers become bigint, so that cursor ids stay exact. */
export function decode(bytes: Uint8Array): Document {
  return deserialize(bytes, { useBigInt64: true, bsonRegExp: true, promoteBuffers: false });
}

/** Encodes a document, leaving out fields that are undefined. */
export function encode(document: Document): Buffer {
  return Buffer.from(serialize(document, { ignoreUndefined: true }));
}
