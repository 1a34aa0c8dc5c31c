import { BSON } from 'mongodb';

/** A command on its way to the database, as far as it can be told from outside. */
export interface DatabaseCommand {
  name: string;
  collection: string;
  /** Of the transaction it is part of; null outside. */
  session: string | null;
  /** All of it but what it brings along in bulk. */
  read: () => Record<string, unknown>;
}

const OP_MSG = 2013;
const HEADER = 16;
/** Header and flags, then the kind of the first section. */
const BODY = HEADER + 4 + 1;

/** Cuts a stream of bytes into the messages of MongoDB's wire protocol. */
export function createMessageSplitter() {
  let pending: Buffer = Buffer.alloc(0);
  return (chunk: Buffer): Buffer[] => {
    pending = pending.length === 0 ? chunk : Buffer.concat([pending, chunk]);
    const messages: Buffer[] = [];
    while (pending.length >= 4 && pending.length >= pending.readInt32LE(0)) {
      const length = pending.readInt32LE(0);
      messages.push(pending.subarray(0, length));
      pending = pending.subarray(length);
    }
    return messages;
  };
}

/** Null for what is no command in a message of the present kind. */
export function readCommand(message: Buffer): DatabaseCommand | null {
  if (message.readInt32LE(12) !== OP_MSG || message[BODY - 1] !== 0) return null;
  const body = message.subarray(BODY, BODY + message.readInt32LE(BODY));
  // The first element is the command, on a collection mostly; all else is read only where it can matter.
  const end = body.indexOf(0, 5);
  const isText = body[4] === 2;
  const read = () => BSON.deserialize(body);
  return {
    read,
    name: body.toString('latin1', 5, end),
    collection: isText ? body.toString('utf8', end + 5, end + 4 + body.readInt32LE(end + 1)) : '',
    session: body.includes('autocommit') ? sessionOf(read()) : null,
  };
}

export function readAnswer(message: Buffer): Record<string, unknown> {
  return BSON.deserialize(message.subarray(BODY, BODY + message.readInt32LE(BODY)));
}

function sessionOf({ lsid }: { lsid?: { id?: BSON.Binary } }): string {
  return lsid?.id?.toString('hex') ?? '';
}
