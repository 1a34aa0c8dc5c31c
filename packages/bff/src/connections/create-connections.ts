import type { Audit } from '../audit/create-audit.ts';
import type { ClientSession, Database } from '../database.ts';
import type { Logger } from '../logger.ts';
import type { HostConnections, SalesChannelsBffOptions } from '../options.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import { createConnectionAccess } from './connection-access.ts';
import { createConnectionTokens } from './connection-tokens.model.ts';
import { createConnectionModel } from './connection.model.ts';
import type { Connection, Connections } from './connection.ts';
import { createConnectionRoutes } from './connections.routes.ts';
import { createDisconnect } from './disconnect-connection.ts';
import { createHostAccess } from './host-access.ts';
import { createHostConnectionModel } from './host-connection.model.ts';
import { createIncidentModel } from './incidents.model.ts';
import { createKeepAlive } from './keep-alive.ts';
import { createKitAccess } from './kit-access.ts';
import { createHostList } from './host-list.ts';
import { createPreviewImport } from './preview-import.ts';
import { createRevokeGrant } from './revoke-grant.ts';
import { createTellIncidents } from './tell-incidents.ts';
import type { TokenVault } from './token-vault.ts';
import { createTokenRefresher } from './token-refresher.ts';

export interface ConnectionsOptions {
  database: Database;
  vault: TokenVault;
  providers: readonly AccountingProvider[];
  hostConnections?: HostConnections | undefined;
  onReconnectRequired?: SalesChannelsBffOptions['onReconnectRequired'];
  connectionUses?: readonly string[] | undefined;
  /** The sales channel of each connection that has one. */
  channelOfConnections: (businessId: string) => Promise<ReadonlyMap<string, string>>;
  /** Lets the channel of a connection of the host's go on once it works again. */
  resumeChannel: (connectionId: string, transaction: ClientSession) => Promise<void>;
  wakeWorkers: () => void;
  audit: Audit;
  clock: () => Date;
  logger: Logger;
  /** How long to wait before a token request is repeated; 2 s by default. */
  pauseMs?: number;
}

/** Connections, what they may be asked, and their operations; signing in is `createAuthorizations`. */
export function createConnections(options: ConnectionsOptions) {
  const { database, vault, hostConnections, channelOfConnections, audit, clock, logger } = options;
  const { pauseMs = 2_000 } = options;
  const providers = new Map(options.providers.map((provider) => [provider.id, provider]));
  const model = createConnectionModel(database);
  const tokens = createConnectionTokens(database, model, vault);
  const hostModel = createHostConnectionModel({
    database,
    connections: model,
    resume: options.resumeChannel,
    wakeWorkers: options.wakeWorkers,
  });

  const providerOf = ({ provider, environment }: Pick<Connection, 'provider' | 'environment'>) => {
    const found = providers.get(provider);
    if (found?.environment !== environment)
      throw new Error(`The provider ${provider} (${environment}) is not configured.`);
    return found;
  };
  const revokeGrant = createRevokeGrant({ providerOf, logger, pauseMs });
  const incidents = createTellIncidents({
    incidents: createIncidentModel(model),
    channelOfConnections,
    onReconnectRequired: options.onReconnectRequired,
    clock,
    logger,
  });
  const { noticed } = incidents;
  const refresh = createTokenRefresher({ tokens, providerOf, revokeGrant, noticed, clock, logger, pauseMs });
  const kit = createKitAccess({ tokens, refresh, clock });
  const host = createHostAccess({ hostConnections, connections: hostModel, noticed, clock, logger });
  const takeOver = createHostList({
    hostConnections,
    connections: hostModel,
    providers,
    access: host,
    clock,
    logger,
  });

  const connections = {
    find: (businessId, connectionId) => model.find(businessId, connectionId),
    listKnown: (businessId) => model.list(businessId),
    async list(businessId) {
      await takeOver(businessId);
      return model.list(businessId);
    },
    ...createConnectionAccess({ connections: model, kit, host }),
  } satisfies Connections & Record<string, unknown>;

  const previewImport = createPreviewImport({ model, connections, providerOf, clock, logger });
  return {
    connectionModel: model,
    connections,
    incidents,
    keepAlive: createKeepAlive({ tokens, refresh, clock, logger }),
    routes: createConnectionRoutes({
      connections,
      previewImport,
      disconnect: createDisconnect({ connections: model, tokens, audit, revokeGrant }),
      providers: options.providers,
      channelOfConnections,
      connectionUses: options.connectionUses ?? [],
    }),
  };
}
