import type { Document } from 'bson';
import { CommandError } from './command-error.ts';
import { errorCode } from './error-codes.ts';
import { decode } from './bson-documents.ts';
import type { WireRequest } from './wire-messages.ts';

/** A command with what the gateway itself needs to know about it. */
export interface CommandRequest {
  /** The command's name as sent. */
  name: string;
  /** The command document, decoded; what came beside it as a sequence is not in it. */
  command: Document;
  database: string;
  /** The command's first value where that is a collection's name, else empty. */
  collection: string;
  raw: Buffer;
  sequence: Buffer | undefined;
  /** Which session sent it, as hexadecimal text. */
  session: string | undefined;
  transaction: TransactionPart | undefined;
  /** Milliseconds the server may take; 0 means no limit. */
  maxTimeMS: number;
}

/** How a command belongs to a transaction. */
export interface TransactionPart {
  number: bigint;
  starts: boolean;
}

/** Decodes a request's command. */
export function readCommand({ body, sequence }: WireRequest): CommandRequest {
  const command = decode(body);
  const name = Object.keys(command)[0];
  if (name === undefined) throw new CommandError(errorCode.badValue, 'an empty command');
  const first: unknown = command[name];
  const database: unknown = command['$db'] ?? 'admin';
  if (typeof database !== 'string') throw new CommandError(errorCode.badValue, '$db must be a string');
  return {
    name,
    command,
    database,
    collection: typeof first === 'string' ? first : '',
    raw: body,
    sequence,
    session: sessionOf(command),
    transaction:
      command['autocommit'] === false
        ? {
            number: BigInt(command['txnNumber'] as bigint | number),
            starts: command['startTransaction'] === true,
          }
        : undefined,
    maxTimeMS: Number(command['maxTimeMS'] ?? 0),
  };
}

function sessionOf(command: Document): string | undefined {
  const id = (command['lsid'] as { id?: { buffer?: Uint8Array } } | undefined)?.id?.buffer;
  return id === undefined ? undefined : Buffer.from(id).toString('hex');
}
