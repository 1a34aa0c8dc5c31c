import type { Connection as ConnectionView } from '@sales-channels/contract';
import type { Handlers } from '../http/route.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { Connection, Connections } from './connection.ts';
import type { createDisconnect } from './disconnect-connection.ts';
import type { createPreviewImport } from './preview-import.ts';

interface ConnectionRoutesOptions {
  connections: Connections;
  previewImport: ReturnType<typeof createPreviewImport>;
  disconnect: ReturnType<typeof createDisconnect>;
  providers: readonly AccountingProvider[];
  channelOfConnections: (businessId: string) => Promise<ReadonlyMap<string, string>>;
  /** What the host uses kit-owned connections for; those it lends say so themselves. */
  connectionUses: readonly string[];
}

export function createConnectionRoutes(options: ConnectionRoutesOptions) {
  const { connections, previewImport, disconnect, providers, channelOfConnections, connectionUses } = options;
  const names = new Map(providers.map(({ id, name }) => [id, name]));

  const toView = (connection: Connection, channelId: string | null): ConnectionView => {
    const {
      businessId: _businessId,
      preview: _preview,
      connectedAt,
      authorizationEndsAt,
      ...facts
    } = connection;
    const providerName = names.get(connection.provider) ?? connection.provider;
    const uses = connection.ownership === 'kit' ? [...connectionUses] : connection.uses;
    return {
      ...facts,
      uses,
      providerName,
      channelId,
      connectedAt: connectedAt.toISOString(),
      authorizationEndsAt: authorizationEndsAt?.toISOString() ?? null,
    };
  };

  return {
    async listConnections({ session: { business } }) {
      const items = await connections.list(business.id);
      const channels = await channelOfConnections(business.id);
      return { items: items.map((connection) => toView(connection, channels.get(connection.id) ?? null)) };
    },

    previewImport: ({ session, params, query }) =>
      previewImport(session.business.id, params.connectionId, query.from),

    async disconnectConnection({ session, params }) {
      const ended = await disconnect(session, params.connectionId);
      return toView(ended, (await channelOfConnections(session.business.id)).get(ended.id) ?? null);
    },
  } satisfies Partial<Handlers>;
}
