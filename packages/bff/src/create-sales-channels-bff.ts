import type { Router } from 'express';
import mongoose from 'mongoose';
import { auditRoutes } from './audit/audit.routes.ts';
import { createAudit } from './audit/create-audit.ts';
import { createAuthorizations } from './authorizations/create-authorizations.ts';
import { createBusinessModel } from './businesses/business.model.ts';
import { businessRoutes } from './businesses/businesses.routes.ts';
import { createBusinessesService } from './businesses/businesses.service.ts';
import { createEntitlementsOf } from './businesses/entitlements.ts';
import { createAssertMaySync } from './channels/channel-permit.ts';
import { createChannelModel } from './channels/channel.model.ts';
import { channelRoutes } from './channels/channels.routes.ts';
import { createChannelsService } from './channels/channels.service.ts';
import { createEndRun } from './channels/end-run.ts';
import { createQueueRun } from './channels/queue-run.ts';
import { createResumeChannel } from './channels/resume-channel.ts';
import { createRunModel } from './channels/run.model.ts';
import { createStopWaitingRun } from './channels/stop-waiting-run.ts';
import { createWakeModel } from './channels/wakes.model.ts';
import type { LentAccessToken } from './connections/connection-access.ts';
import { createConnections } from './connections/create-connections.ts';
import { createTokenVault } from './connections/token-vault.ts';
import { createHostCallbacks } from './host-callbacks.ts';
import { createIdempotency } from './http/idempotency.ts';
import { createRouter } from './http/router.ts';
import { DatabaseUnreachableError } from './database.ts';
import { silentLogger } from './logger.ts';
import type { SalesChannelsBffOptions } from './options.ts';
import { settingsSchema } from './options.ts';
import { createProviderCalls } from './provider-calls/create-provider-calls.ts';
import { createImport } from './sales/create-import.ts';
import { manualSalesRoutes } from './sales/manual-sales.routes.ts';
import { createManualSalesService } from './sales/manual-sales.service.ts';
import { createProducts } from './sales/products.ts';
import { createSaleHintsModel } from './sales/sale-hints.model.ts';
import { createSaleHintsService } from './sales/sale-hints.service.ts';
import { createNamesOfSales } from './sales/sale-names.ts';
import { createSaleModel } from './sales/sale.model.ts';
import { createSalesOverview } from './sales/sales-overview.service.ts';
import { createUnreadableModel } from './sales/unreadable.model.ts';
import { salesRoutes } from './sales/sales.routes.ts';
import { createSalesService } from './sales/sales.service.ts';
import { createTellSalesChanged } from './sales/tell-sales-changed.ts';
import { createSessionVerifier } from './session/create-session-verifier.ts';
import { createWorker } from './sync/create-worker.ts';
import { createDueWakes } from './sync/due-wakes.ts';
import { createLeases } from './sync/lease.ts';
import { createRunSync } from './sync/run-sync.ts';
import { createTakeChanges } from './webhooks/take-changes.ts';
import { createWebhookRoutes } from './webhooks/webhooks.routes.ts';

export interface SalesChannelsBff {
  /** Mount it at the root of `publicUrl`: it answers `/v1/*`, `/connect/*` and `/webhooks/*`. */
  router: Router;
  /** Syncs in the background. Start it in every process that should work, or in processes of its own. */
  worker: { start(): Promise<void>; stop(): Promise<void> };
  connections: {
    /**
     * Lends the host's backend an access token of a kit-owned connection, e.g. for item sync or exports. The kit stays the
     * only one that refreshes.
     * @throws DomainError `not_found`, `connection_unavailable`, `reconnect_required`, or a provider's problem.
     */
    getAccessToken(businessId: string, connectionId: string): Promise<LentAccessToken>;
  };
  /** Whether the database answers. */
  isReady(): Promise<boolean>;
  /** Stops the worker and closes the database. */
  close(): Promise<void>;
}

/**
 * Puts the BFF together. Collections and indexes are made before it resolves.
 * @throws ZodError when a setting is not valid, RangeError when a provider is given twice; DatabaseUnreachableError.
 */
export async function createSalesChannelsBff(options: SalesChannelsBffOptions): Promise<SalesChannelsBff> {
  const settings = settingsSchema.parse(options);
  const { logger = silentLogger, clock = () => new Date() } = options;
  const host = createHostCallbacks(options, settings.hostTimeoutMs);
  if (new Set(options.providers.map(({ id }) => id)).size < options.providers.length)
    throw new RangeError('Each provider can be configured once; two environments need two deployments.');
  const vault = createTokenVault(settings.encryption);
  const verify = createSessionVerifier(settings.sessionSecrets);
  const database = mongoose.createConnection(settings.databaseUri, {
    dbName: settings.databaseName,
    autoCreate: false,
    autoIndex: false,
  });
  await database.asPromise().catch((cause: unknown) => {
    throw new DatabaseUnreachableError(cause instanceof Error ? cause.message : String(cause), { cause });
  });

  const providerCalls = createProviderCalls({
    database,
    providers: options.providers,
    ceilings: {
      monthly: settings.monthlyProviderCalls,
      monthlyPerBusiness: settings.monthlyProviderCallsPerBusiness,
    },
    clock,
    logger,
  });
  const { providers, monthlyCalls } = providerCalls;
  const audit = createAudit({ database, clock });
  const businesses = createBusinessModel(database);
  const channels = createChannelModel(database);
  const runs = createRunModel(database);
  const sales = createSaleModel(database, businesses);
  const unreadable = createUnreadableModel(database);
  const idempotency = createIdempotency(database);
  const {
    connectionModel,
    connections,
    incidents,
    keepAlive,
    routes: connectionRoutes,
  } = createConnections({
    database,
    vault,
    providers,
    hostConnections: host.hostConnections,
    onReconnectRequired: host.onReconnectRequired,
    connectionUses: settings.connectionUses,
    channelOfConnections: (businessId) => channels.ofConnections(businessId),
    resumeChannel: (connectionId, transaction) => resumeChannel(null, connectionId, transaction),
    wakeWorkers: () => worker.wake(),
    audit,
    clock,
    logger,
  });

  const namesOf = createNamesOfSales(channels, providers);
  const salesService = createSalesService({ sales, namesOf });
  const { onSalesChanged } = host;
  const { salesChanged, stop: stopTelling } = onSalesChanged
    ? createTellSalesChanged({
        getMany: (businessId, saleIds) => salesService.getMany(businessId, saleIds),
        tell: async (event) => onSalesChanged(event),
        logger,
      })
    : { salesChanged: () => {}, stop: () => {} };
  const products = createProducts(host.products, logger);
  const manualSales = createManualSalesService({
    database,
    sales,
    salesService,
    channels,
    businesses,
    products,
    audit,
    salesChanged,
    clock,
  });
  const saleHints = createSaleHintsService(createSaleHintsModel(database), namesOf);
  const importSales = createImport({
    database,
    sales,
    channels,
    businesses,
    unreadable,
    matchLine: host.matchLine,
    clock,
    logger,
  });
  const assertMaySync = createAssertMaySync({ businesses, channels, connections });
  const entitlementsOf = createEntitlementsOf({ businesses, ask: host.entitlements, logger });
  const { syncEveryMinutes } = settings;
  const wakes = createWakeModel(channels);
  const endRun = createEndRun({ channels, runs, syncEveryMinutes, clock });
  const queueRun = createQueueRun({ channels, connections, audit, clock });
  const resumeChannel = createResumeChannel({ channels, businesses, queueRun, wakes, clock });
  const stopWaitingRun = createStopWaitingRun(endRun);
  const runSync = createRunSync({
    database,
    channels,
    assertMaySync,
    entitlementsOf,
    endRun,
    connections,
    providers,
    importSales,
    sales,
    unreadable,
    salesChanged,
    clock,
    logger,
  });
  const dueWakes = createDueWakes({
    database,
    wakes,
    connections,
    providers,
    assertMaySync,
    entitlementsOf,
    queueRun,
    syncEveryMinutes,
    clock,
    logger,
  });
  const worker = createWorker({
    database,
    leases: createLeases(channels),
    wakes: dueWakes,
    runSync,
    alsoDue: async (stopping) => {
      await incidents.tellDue();
      await keepAlive(stopping);
    },
    clock,
    logger,
  });
  const { maxLookBackDays } = settings;
  const channelsService = createChannelsService({
    database,
    channels,
    runs,
    sales,
    unreadable,
    businesses,
    connections,
    providers,
    audit,
    assertMaySync,
    queueRun,
    stopWaitingRun,
    clock,
    logger,
    maxLookBackDays,
    monthlyCalls,
    wakeWorkers: worker.wake,
  });
  const businessesService = createBusinessesService({
    database,
    businesses,
    channels,
    providers,
    audit,
    stopWaitingRun,
    prerequisite: host.salesTrackingPrerequisite ?? (async () => null),
    maxLookBackDays,
    hasProducts: host.products !== undefined,
    clock,
    logger,
  });

  const authorizations = createAuthorizations({
    database,
    connectionModel,
    connections,
    vault,
    businesses,
    providers,
    publicUrl: settings.publicUrl,
    productName: settings.productName,
    audit,
    channels,
    resumeChannel,
    wakeWorkers: worker.wake,
    clock,
    logger,
  });

  try {
    const own = [businesses, channels, runs, sales, unreadable, connectionModel, authorizations, audit];
    for (const { model } of [...own, ...providerCalls.models]) {
      await model.createCollection();
      await model.createIndexes();
    }
    await idempotency.prepare();
    await worker.prepare();
  } catch (error) {
    await database.close();
    throw error;
  }

  const router = createRouter({
    handlers: {
      ...businessRoutes(businessesService),
      ...connectionRoutes,
      ...authorizations.routes,
      ...channelRoutes(channelsService),
      ...salesRoutes(salesService, createSalesOverview({ sales, namesOf })),
      ...manualSalesRoutes(manualSales, saleHints, products),
      ...auditRoutes(audit),
    },
    pages: authorizations.pages,
    webhooks: createWebhookRoutes({
      providers,
      takeChanges: createTakeChanges({ connectionModel, wakes, wakeWorkers: worker.wake, clock }),
      clock,
      logger,
    }),
    verify,
    requirePlan: (session, isReading) => businessesService.requirePlan(session, isReading),
    idempotency,
    logger,
  });

  return {
    router,
    worker,
    connections: {
      getAccessToken: (businessId, connectionId) => connections.getAccessToken(businessId, connectionId),
    },
    isReady: async () =>
      Boolean(
        await database.db
          ?.admin()
          .ping()
          .catch(() => false),
      ),
    async close() {
      await worker.stop();
      stopTelling();
      await incidents.settled();
      await providerCalls.settled();
      await database.close();
    },
  };
}
