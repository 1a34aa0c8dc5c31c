import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import type { PostgresAddress } from '../postgres/connect-when-ready.ts';
import { encode } from './bson-documents.ts';
import { createCursors } from './cursors.ts';
import { createMessageAssembler } from './message-stream.ts';
import { createConnectionPool } from './postgres-connections.ts';
import { type GatewayState, runCommand } from './run-command.ts';
import { toCommandError } from './sql-errors.ts';
import { createTransactions } from './transactions.ts';
import { parseMessage, replyHeader } from './wire-messages.ts';

const reapEveryMs = 5000;

export interface Gateway {
  /** The port it listens on, on the loopback address. */
  port: number;
  /** Lets commands under way finish, rolls back open transactions, and closes everything. */
  stop(): Promise<void>;
}

/**
 * Listens for MongoDB clients and answers them from PostgreSQL with DocumentDB.
 *
 * @param port 0 takes any free one.
 * @throws the listener's error, as when the port is taken.
 */
export async function startGateway(address: PostgresAddress, port: number): Promise<Gateway> {
  const pool = createConnectionPool(address);
  const cursors = createCursors();
  const transactions = createTransactions(pool, (transaction) => cursors.transactionEnded(transaction));
  const state: GatewayState = { pool, cursors, transactions };
  const sockets = new Map<Socket, Promise<void>>();

  const server = createServer((socket) => {
    socket.setNoDelay(true);
    const assemble = createMessageAssembler();
    sockets.set(socket, Promise.resolve());
    socket.on('data', (chunk) => {
      try {
        for (const message of assemble(chunk)) {
          // A client's commands are answered in the order they came.
          const previous = sockets.get(socket) ?? Promise.resolve();
          sockets.set(
            socket,
            previous.then(() => answer(state, socket, message)),
          );
        }
      } catch {
        socket.destroy();
      }
    });
    socket.on('error', () => {});
    socket.on('close', () => {
      const last = sockets.get(socket);
      sockets.delete(socket);
      void last?.then(() => transactions.originClosed(socket));
    });
  });
  await listen(server, port);

  const reaper = setInterval(() => {
    void transactions.reap();
    void cursors.reap();
  }, reapEveryMs);
  reaper.unref();

  return {
    port: listeningPort(server),
    async stop() {
      clearInterval(reaper);
      server.close();
      for (const socket of sockets.keys()) socket.pause();
      await Promise.all(sockets.values());
      for (const socket of sockets.keys()) socket.destroy();
      await cursors.closeAll();
      await transactions.close();
      await pool.end();
    },
  };
}

let replies = 0;

/** Never rejects: whatever goes wrong is the reply, or ends the socket. */
async function answer(state: GatewayState, socket: Socket, message: Buffer): Promise<void> {
  try {
    const request = parseMessage(message);
    const reply = await runCommand(state, request, socket).catch((error: unknown) =>
      toCommandError(error, false).toReply(),
    );
    if (!request.replies || socket.destroyed) return;
    const body = Buffer.isBuffer(reply) ? reply : encode(reply);
    replies = (replies + 1) & 0x7fffffff;
    socket.cork();
    socket.write(replyHeader(replies, request.id, body.length, request.legacy));
    socket.write(body);
    socket.uncork();
  } catch {
    socket.destroy();
  }
}

async function listen(server: Server, port: number): Promise<void> {
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
}

function listeningPort(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string')
    throw new Error('the gateway does not listen on a TCP port');
  return address.port;
}
