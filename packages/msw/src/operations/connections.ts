import type { Authorization } from '@sales-channels/contract';
import { invalidField, ProblemError } from '../problem-error.ts';
import { startAuthorization, viewAuthorization } from '../world/authorizations.ts';
import { viewConnection } from '../world/channel-view.ts';
import { meteredCalls } from '../world/runs.ts';
import { companyDocuments } from '../world/sales-store.ts';
import type { World } from '../world/world.ts';
import type { Operations } from './operation.ts';

/** Documents a sync reads in a second, about. */
const DOCUMENTS_A_SECOND = 400;

export const connectionOperations: Operations<
  'listConnections' | 'previewImport' | 'startAuthorization' | 'getAuthorization'
> = {
  listConnections: (world) => ({
    items: world.connections.map((connection) => viewConnection(world, connection)),
  }),

  previewImport: (world, { params, query }) => {
    const connection = world.connections.find(({ id }) => id === params.connectionId);
    if (connection === undefined) throw new ProblemError('not_found');
    if (connection.status === 'disconnected') throw new ProblemError('connection_unavailable');
    if (connection.status === 'reconnect_required') throw new ProblemError('reconnect_required');
    const documents = companyDocuments(world, connection.id).filter(({ date }) => date >= query.from);
    const countOf = (kind: string) => documents.filter(({ type }) => type === kind).length;
    return {
      from: query.from,
      documents: {
        invoice: countOf('invoice'),
        sales_receipt: countOf('sales_receipt'),
        credit_memo: countOf('credit_memo'),
      },
      total: documents.length,
      providerCalls: meteredCalls(documents),
      seconds: 2 + Math.ceil(documents.length / DOCUMENTS_A_SECOND),
    };
  },

  startAuthorization: (world, { body }) => {
    if (!world.context.providers.some(({ id }) => id === body.provider)) {
      throw invalidField('body.provider', 'This accounting system cannot be connected here.');
    }
    if (body.connectionId === undefined) assertRoomForConnection(world);
    else if (!world.connections.some(({ id }) => id === body.connectionId))
      throw new ProblemError('not_found');
    assertReturnTo(world, body.returnTo);
    const record = startAuthorization(world, body.connectionId ?? null);
    return { ...viewAuthorization(record), startUrl: world.startUrl(record.id) };
  },

  getAuthorization: (world, { params }): Authorization => {
    const record = world.authorizations.find(({ id }) => id === params.authorizationId);
    if (record === undefined) throw new ProblemError('not_found');
    return viewAuthorization(record);
  },
};

function assertRoomForConnection(world: World): void {
  const { maxAccountingConnections: limit, moreConnectionsPlan } = world.context.entitlements;
  if (world.connections.filter(({ status }) => status !== 'disconnected').length < limit) return;
  throw new ProblemError('connection_limit_reached', {
    limit,
    ...(moreConnectionsPlan === undefined ? {} : { requiredPlan: moreConnectionsPlan }),
  });
}

function assertReturnTo(world: World, returnTo: string | undefined): void {
  if (returnTo === undefined || world.allowedOrigins === null) return;
  if (!world.allowedOrigins.includes(new URL(returnTo).origin))
    throw new ProblemError('return_to_not_allowed');
}
