import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import { createAudit } from '../audit/create-audit.ts';
import { createBusinessModel } from '../businesses/business.model.ts';
import { createGrantModel } from '../connections/connection-grants.model.ts';
import type { Connection } from '../connections/connection.ts';
import { createConnections } from '../connections/create-connections.ts';
import { createTokenVault } from '../connections/token-vault.ts';
import type { Logger } from '../logger.ts';
import { silentLogger } from '../logger.ts';
import type { HostConnections, SalesChannelsBffOptions } from '../options.ts';
import type { TokenSet } from '../provider/provider.ts';
import type { GrantProvider } from './grant-provider.ts';

export const encryptionKey = (byte: number): string => Buffer.alloc(32, byte).toString('base64');

interface ServerOptions {
  encryption?: Parameters<typeof createTokenVault>[0];
  hostConnections?: HostConnections;
  onReconnectRequired?: SalesChannelsBffOptions['onReconnectRequired'];
  logger?: Logger;
}

interface TestConnectionsOptions extends ServerOptions {
  databaseUri: string;
  provider: GrantProvider;
  clock?: () => Date;
}

/** Connections without the BFF around them, on a database of their own and as many servers as a test wants. */
export async function startConnections({ databaseUri, provider, clock, ...shared }: TestConnectionsOptions) {
  const databaseName = `connections-${randomUUID().slice(0, 13)}`;
  const opened: mongoose.Connection[] = [];

  const startServer = async (own: ServerOptions = {}) => {
    const database = await mongoose
      .createConnection(databaseUri, { dbName: databaseName, autoCreate: false, autoIndex: false })
      .asPromise();
    opened.push(database);
    const {
      encryption = { keys: { a: encryptionKey(1) }, currentKeyId: 'a' },
      logger = silentLogger,
      hostConnections,
      onReconnectRequired,
    } = { ...shared, ...own };
    const vault = createTokenVault(encryption);
    const businesses = createBusinessModel(database);
    const now = clock ?? (() => new Date());
    const audit = createAudit({ database, clock: now });
    const created = createConnections({
      database,
      vault,
      providers: [provider],
      hostConnections,
      onReconnectRequired,
      channelOfConnections: async () => new Map(),
      resumeChannel: async () => {},
      wakeWorkers: () => {},
      audit,
      clock: now,
      logger,
      pauseMs: 20,
    });
    const { connectionModel, connections } = created;
    const attach = createGrantModel({
      database,
      connections: connectionModel,
      vault,
      audit,
      lockBusiness: (businessId, session) => businesses.lock(businessId, session),
      restingConnections: async () => new Set(),
      resumeChannel: async () => {},
    });
    for (const { model } of [connectionModel, businesses, audit]) {
      await model.createCollection();
      await model.createIndexes();
    }
    return { ...created, ...connections, attach, documents: connectionModel.model };
  };

  const first = await startServer();
  return {
    ...first,
    startServer,
    /** A kit-owned connection with the tokens of a sign-in. */
    async connect(realmId: string, tokens: TokenSet, businessId = 'brightwater'): Promise<Connection> {
      const { attached } = await first.attach({
        businessId,
        provider: provider.id,
        environment: provider.environment,
        company: { realmId, name: `Company ${realmId}`, homeCurrency: 'USD' },
        tokens,
        at: new Date(),
        by: { business: { id: businessId, name: businessId }, user: { id: 'dana', name: 'Dana' } },
        maxConnections: 100,
      });
      const connection = attached === null ? null : await first.find(businessId, attached);
      if (!connection) throw new Error(`The company ${realmId} could not be connected.`);
      return connection;
    },
    async stop(): Promise<void> {
      await opened[0]?.dropDatabase();
      await Promise.all(opened.map((database) => database.close()));
    },
  };
}
