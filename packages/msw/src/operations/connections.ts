import type { Authorization } from '@sales-channels/contract';
import { invalidField, ProblemError } from '../problem-error.ts';
import { startAuthorization, viewAuthorization } from '../world/authorizations.ts';
import { viewConnection } from '../world/channel-view.ts';
import { hasRoomForConnection, limitOf } from '../world/plan.ts';
import { connectionSubject, recordAudit } from '../world/record-audit.ts';
import { meteredCalls, stopRun } from '../world/runs.ts';
import { companyDocuments } from '../world/sales-store.ts';
import type { ConnectionRecord, World } from '../world/world.ts';
import type { Operations } from './operation.ts';

export const connectionOperations: Operations<
  'listConnections' | 'previewImport' | 'disconnectConnection' | 'startAuthorization' | 'getAuthorization'
> = {
  listConnections: (world) => ({
    items: world.connections.map((connection) => viewConnection(world, connection)),
  }),

  previewImport: (world, { params, query }) => {
    const connection = findConnection(world, params.connectionId);
    if (connection.status === 'disconnected') throw new ProblemError('connection_unavailable');
    if (connection.status === 'reconnect_required') throw new ProblemError('reconnect_required');
    const documents = companyDocuments(world, connection.id).filter(({ date }) => date >= query.from);
    const countOf = (kind: string) => documents.filter(({ type }) => type === kind).length;
    const providerCalls = meteredCalls(documents);
    return {
      from: query.from,
      documents: {
        invoice: countOf('invoice'),
        sales_receipt: countOf('sales_receipt'),
        credit_memo: countOf('credit_memo'),
      },
      total: documents.length,
      providerCalls,
      seconds: Math.ceil(2 + 1.2 * providerCalls + 0.002 * documents.length),
    };
  },

  disconnectConnection: (world, { params }) => {
    const connection = findConnection(world, params.connectionId);
    if (connection.ownership !== 'kit') throw new ProblemError('connection_of_host');
    if (connection.status !== 'disconnected') {
      connection.status = 'disconnected';
      const channel = world.channels.find(({ connectionId }) => connectionId === connection.id);
      if (channel) stopRun(world, channel);
      recordAudit(world, 'connection_disconnected', connectionSubject(connection));
    }
    return viewConnection(world, connection);
  },

  startAuthorization: (world, { body }) => {
    if (!world.context.providers.some(({ id }) => id === body.provider)) {
      throw invalidField('body.provider', 'This accounting system cannot be connected here.');
    }
    assertReturnTo(world, body.returnTo);
    const known = body.connectionId === undefined ? null : toReconnect(world, body.connectionId);
    assertRoomForConnection(world, known);
    const record = startAuthorization(world, body.connectionId ?? null);
    return { ...viewAuthorization(record), startUrl: world.startUrl(record.id) };
  },

  getAuthorization: (world, { params }): Authorization => {
    const record = world.authorizations.find(({ id }) => id === params.authorizationId);
    if (record === undefined) throw new ProblemError('not_found');
    return viewAuthorization(record);
  },
};

function findConnection(world: World, connectionId: string): ConnectionRecord {
  const connection = world.connections.find(({ id }) => id === connectionId);
  if (connection === undefined) throw new ProblemError('not_found');
  return connection;
}

function toReconnect(world: World, connectionId: string): ConnectionRecord {
  const connection = findConnection(world, connectionId);
  if (connection.ownership === 'kit') return connection;
  throw invalidField('body.connectionId', 'This connection is signed in where it was made.');
}

function assertRoomForConnection(world: World, known: ConnectionRecord | null): void {
  if (hasRoomForConnection(world, known)) return;
  throw new ProblemError('connection_limit_reached', limitOf(world));
}

function assertReturnTo(world: World, returnTo: string | undefined): void {
  if (returnTo === undefined || world.allowedOrigins === null) return;
  if (!world.allowedOrigins.includes(new URL(returnTo).origin))
    throw new ProblemError('return_to_not_allowed');
}
