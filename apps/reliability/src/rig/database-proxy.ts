import { once } from 'node:events';
import type { Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import type { Moment, Reached } from './moments.ts';
import type { DatabaseCommand } from './wire-messages.ts';
import { createMessageSplitter, readAnswer, readCommand } from './wire-messages.ts';

export interface DatabaseProxy {
  /** Where a client reaches the database through it. */
  uri: string;
  /** Ends all connections and takes no new ones, as when a machine is cut off; undone by `mend`. */
  cut(): void;
  mend(): void;
  stop(): Promise<void>;
}

interface DatabaseProxyOptions {
  databaseUri: string;
  reached?: Reached;
  /** Told of each command before it is passed on; where it gives a function back, that is told of the answer. */
  onCommand?: (command: DatabaseCommand) => ((answer: Record<string, unknown>) => void) | undefined;
}

/** Stands between one server and its database, passes everything on unchanged and tells what goes by. */
export async function startDatabaseProxy({
  databaseUri,
  reached = () => false,
  onCommand = () => undefined,
}: DatabaseProxyOptions) {
  const { hostname, port } = new URL(databaseUri);
  const sockets = new Set<Socket>();
  let isCut = false;
  /** Open transactions that have written sales. */
  const importing = new Set<string>();

  const server = createServer((client) => {
    if (isCut) {
      client.destroy();
      return;
    }
    const database = connect({ host: hostname, port: Number(port) });
    const ends = [client, database];
    const end = () => {
      for (const socket of ends) {
        sockets.delete(socket);
        socket.destroy();
      }
    };
    for (const socket of ends) {
      sockets.add(socket);
      socket.setNoDelay(true);
      socket.on('error', end);
      socket.on('close', end);
    }
    const split = createMessageSplitter();
    /** Reached with the next answer on this connection, before the server hears it. */
    let onAnswer: Moment | null = null;
    let tell: ReturnType<typeof onCommand>;
    let splitAnswer = split;
    client.on('data', (chunk: Buffer) => {
      for (const message of split(chunk)) {
        const command = readCommand(message);
        tell = command ? onCommand(command) : undefined;
        if (tell) splitAnswer = createMessageSplitter();
        const [asked, answered] = command ? momentsOf(command, importing) : [null, null];
        if (asked && reached(asked)) end();
        if (answered) onAnswer = answered;
        if (database.writable) database.write(message);
      }
    });
    database.on('data', (chunk: Buffer) => {
      const moment = onAnswer;
      onAnswer = null;
      if (moment && reached(moment)) end();
      if (client.writable) client.write(chunk);
      const [message] = tell ? splitAnswer(chunk) : [];
      if (!message) return;
      tell?.(readAnswer(message));
      tell = undefined;
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');

  const endAll = () => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    uri: `mongodb://127.0.0.1:${(server.address() as AddressInfo).port}/?directConnection=true`,
    cut() {
      isCut = true;
      endAll();
    },
    mend() {
      isCut = false;
    },
    async stop() {
      endAll();
      server.close();
      await once(server, 'close');
    },
  } satisfies DatabaseProxy;
}

const WRITES = new Set(['insert', 'update', 'findAndModify', 'bulkWrite', 'delete']);

/** The moments of a command and of its answer, where they are any. */
function momentsOf(
  { name, collection, session }: DatabaseCommand,
  importing: Set<string>,
): readonly [Moment | null, Moment | null] {
  if (session === null)
    return name === 'update' && collection === 'connections'
      ? ['token about to be stored', 'token stored']
      : [null, null];
  if (WRITES.has(name) && collection === 'sales') {
    importing.add(session);
    return ['sales about to be written', 'sales written'];
  }
  // One that ends otherwise leaves nothing behind that is looked for.
  if (name === 'commitTransaction' && importing.delete(session)) return ['commit asked', 'commit done'];
  if (name === 'abortTransaction') importing.delete(session);
  return [null, null];
}
