import type { Problem } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { Database } from '../database.ts';
import type { EntitlementsOf } from '../businesses/entitlements.ts';
import type { ChannelDocument, ChannelModel, RunRecord } from '../channels/channel.model.ts';
import { emptyCursor } from '../channels/channel.model.ts';
import type { AssertMaySync } from '../channels/channel-permit.ts';
import { isStopping } from '../channels/channel-permit.ts';
import type { EndRun } from '../channels/end-run.ts';
import type { Connections } from '../connections/connection.ts';
import { inTransaction } from '../database.ts';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import { ProviderError } from '../provider/provider-error.ts';
import { providerProblem } from '../provider/provider-problem.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { ImportSales } from '../sales/create-import.ts';
import { LeaseLostError } from '../sales/create-import.ts';
import type { SaleDocument, SaleModel } from '../sales/sale.model.ts';
import type { UnreadableModel } from '../sales/unreadable.model.ts';
import { backfill } from './backfill.ts';
import { createExpectedCounts } from './expected-counts.ts';
import { increment } from './increment.ts';
import type { Lease } from './lease.ts';
import { retried } from './provider-call.ts';
import { retryUnreadable } from './retry-unreadable.ts';
import { createStorePages } from './store-pages.ts';
import type { SyncContext } from './sync-context.ts';
import { createVerify } from './verify.ts';

export interface RunSyncDependencies {
  database: Database;
  channels: ChannelModel;
  assertMaySync: AssertMaySync;
  entitlementsOf: EntitlementsOf;
  endRun: EndRun;
  connections: Connections;
  providers: readonly AccountingProvider[];
  importSales: ImportSales;
  sales: SaleModel;
  unreadable: UnreadableModel;
  salesChanged: (businessId: string, saleIds: SaleDocument['_id'][]) => void;
  clock: () => Date;
  logger: Logger;
}

export type RunSync = ReturnType<typeof createRunSync>;

/** Makes the story of one sync, from the lease to the run's end. */
export function createRunSync(dependencies: RunSyncDependencies) {
  const {
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
  } = dependencies;
  const verify = createVerify({
    sales,
    clock,
    keep: async ({ cursor, target }, { verification, countedAt, unsure }) => {
      const isHeld = await channels.updateFenced(target, {
        $set: {
          verification,
          'cursor.unsure': unsure,
          'cursor.isUnverified': false,
          'cursor.countedAt': countedAt,
          'cursor.grown': {},
          'run.phase': 'verifying',
        },
      });
      if (!isHeld) throw new LeaseLostError('The lease was taken over.');
      cursor.unsure = [...unsure];
    },
  });

  return async function runSync(channel: ChannelDocument, lease: Lease): Promise<void> {
    const fields = {
      businessId: channel.businessId,
      channelId: lease.channelId.toHexString(),
      runId: channel.run?.id,
    };
    const meter = { calls: 0 };
    try {
      const context = await prepare(channel, lease, meter);
      await begin(channel, lease);
      await bringInAndVerify(context, channel, lease);
      await end(lease, { problem: null }, meter);
      logger.info(fields, 'A sync ended');
    } catch (error) {
      if (error instanceof LeaseLostError || lease.signal.aborted) {
        // Whoever takes the lease next goes on with the same run.
        logger.warn(fields, 'A sync was given up before its end');
        await channels.updateFenced(lease, { $set: { leasedUntil: null } });
        return;
      }
      const problem = problemOf(error);
      if (isStopping(problem.code)) logger.info({ ...fields, code: problem.code }, 'A sync was stopped');
      else logger.warn({ ...fields, error, code: problem.code }, 'A sync failed');
      await end(lease, { problem }, meter);
    } finally {
      lease.end();
    }
  };

  async function bringInAndVerify(
    context: SyncContext,
    channel: ChannelDocument,
    lease: Lease,
  ): Promise<void> {
    const counts = createExpectedCounts(context);
    const isTotalKnown = channel.run?.progress.total !== null;
    const tellTotal = isTotalKnown ? null : (total: number) => keepTotal(lease, total);
    try {
      if (!context.cursor.isBackfilled) await backfill(context, { counts, tellTotal });
      else await retryUnreadable(context);
      await increment(context, clock());
      await verify(context, channel, counts);
    } catch (error) {
      // No count that was asked for ahead outlives the run.
      context.abort(error);
      await counts.settled();
      throw error;
    }
  }

  async function prepare(
    channel: ChannelDocument,
    lease: Lease,
    meter: { calls: number },
  ): Promise<SyncContext> {
    const assertMayGoOn = async () => assertMaySync(channel, await entitlementsOf(channel.businessId));
    const business = await assertMayGoOn();
    const connection =
      channel.connectionId &&
      (await connections.find(channel.businessId, channel.connectionId.toHexString()));
    if (connection?.status === 'reconnect_required') throw new DomainError('reconnect_required');
    const provider = providers.find(
      ({ id, environment }) => id === connection?.provider && environment === connection.environment,
    );
    if (connection?.status !== 'connected' || !provider || !channel.initialSyncDate)
      throw new DomainError('connection_unavailable');
    const target = {
      channelId: lease.channelId,
      fence: lease.fence,
      businessId: channel.businessId,
      provider: provider.id,
      realmId: connection.realmId,
      homeCurrency: connection.homeCurrency ?? business.homeCurrency,
      floor: channel.initialSyncDate,
      run: channel.run && { id: channel.run.id, trigger: channel.run.trigger },
    };
    const ending = new AbortController();
    const signal = AbortSignal.any([lease.signal, ending.signal]);
    const abort = (reason: unknown) => ending.abort(reason);
    const known = await unreadable.list(lease.channelId);
    const pages = createStorePages({
      target,
      importSales,
      unreadable: new Map(known.map((record) => [record._id, record])),
      meter,
      salesChanged,
      signal,
      abort,
    });
    return {
      provider,
      target,
      cursor: { ...emptyCursor(), ...channel.cursor },
      ...pages,
      abort,
      call: (work, { blamesDocument = false } = {}) =>
        retried(async (isPersistent) => {
          // Before each call, so that the page in hand is finished and no other is begun.
          await assertMayGoOn();
          return connections.withAccess(connection, (access) =>
            work({
              ...access,
              signal,
              blamesDocument: blamesDocument || isPersistent,
              onCall: ({ metered }) => void (meter.calls += metered ? 1 : 0),
            }),
          );
        }, signal),
    };
  }

  async function keepTotal(lease: Lease, total: number): Promise<void> {
    await channels.updateFenced(lease, { $set: { 'run.progress.total': total } });
  }

  async function begin({ run, cursor }: ChannelDocument, lease: Lease): Promise<void> {
    const isHeld = await channels.updateFenced(lease, {
      $set: {
        'run.state': 'running',
        'run.phase': cursor.isBackfilled ? 'changes' : 'backfill',
        'run.startedAt': run?.startedAt ?? clock(),
      },
    });
    if (!isHeld) throw new LeaseLostError('The lease was taken over.');
  }

  async function end(
    lease: Lease,
    { problem }: Pick<RunRecord, 'problem'>,
    meter: { calls: number },
  ): Promise<void> {
    await inTransaction(database, async (session) => {
      const channel = await channels.findFenced(lease, session);
      if (!channel?.run) return;
      if (problem?.code === 'channel_inactive' && channel.isActive) {
        // Activated again in between: what is open goes on.
        await channels.updateFenced(lease, { $set: { leasedUntil: null } }, session);
        return;
      }
      const state = endState(problem, channel.run);
      await endRun(channel, { state, problem, providerCalls: meter.calls }, session);
    });
  }
}

function endState(problem: Problem | null, { counts }: RunRecord): RunRecord['state'] {
  if (problem) return isStopping(problem.code) ? 'stopped' : 'failed';
  return counts.errors > 0 ? 'completed_with_errors' : 'succeeded';
}

function problemOf(error: unknown): Problem {
  if (error instanceof ProviderError) return createProblem(providerProblem(error));
  return error instanceof DomainError ? createProblem(error.code, error.details) : createProblem('internal');
}
