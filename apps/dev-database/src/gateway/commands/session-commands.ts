import type { CommandHandler } from '../command-context.ts';
import { maxMessageBytes } from '../message-stream.ts';

const limits = {
  maxBsonObjectSize: 16_777_216,
  maxMessageSizeBytes: maxMessageBytes,
  maxWriteBatchSize: 25_000,
};

let connections = 0;

/** Answers as a router of a cluster does, since that lets drivers use sessions and transactions. */
const hello: CommandHandler = async () => ({
  ismaster: true,
  isWritablePrimary: true,
  helloOk: true,
  msg: 'isdbgrid',
  ...limits,
  localTime: new Date(),
  logicalSessionTimeoutMinutes: 30,
  connectionId: ++connections,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
  ok: 1,
});

const buildInfo: CommandHandler = async () => ({
  version: '7.0.0',
  versionArray: [7, 0, 0, 0],
  gitVersion: 'documentdb',
  modules: [],
  bits: 64,
  maxBsonObjectSize: limits.maxBsonObjectSize,
  ok: 1,
});

const acknowledge: CommandHandler = async () => ({ ok: 1 });

const endSessions: CommandHandler = async ({ request, transactions }) => {
  const named: unknown = request.command[request.name];
  const sessions = Array.isArray(named) ? (named as { id?: { buffer?: Uint8Array } }[]) : [];
  for (const { id } of sessions) {
    if (id?.buffer !== undefined) await transactions.endSession(Buffer.from(id.buffer).toString('hex'));
  }
  return { ok: 1 };
};

const connectionStatus: CommandHandler = async () => ({
  authInfo: { authenticatedUsers: [], authenticatedUserRoles: [] },
  ok: 1,
});

const commitTransaction: CommandHandler = async ({ request: { session, transaction }, transactions }) => {
  if (session !== undefined && transaction !== undefined)
    await transactions.commit(session, transaction.number);
  return { ok: 1 };
};

const abortTransaction: CommandHandler = async ({ request: { session, transaction }, transactions }) => {
  if (session !== undefined && transaction !== undefined)
    await transactions.abort(session, transaction.number);
  return { ok: 1 };
};

/** Commands about the connection, its sessions and their transactions. */
export const sessionCommands: Record<string, CommandHandler> = {
  hello,
  ismaster: hello,
  ping: acknowledge,
  buildinfo: buildInfo,
  getparameter: acknowledge,
  startsession: acknowledge,
  refreshsessions: acknowledge,
  endsessions: endSessions,
  killsessions: endSessions,
  connectionstatus: connectionStatus,
  committransaction: commitTransaction,
  aborttransaction: abortTransaction,
};
