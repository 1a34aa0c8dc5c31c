import type { Channel, CreateChannel, Run } from '@sales-channels/contract';
import type { Audit } from '../audit/create-audit.ts';
import type { BusinessModel } from '../businesses/business.model.ts';
import type { Connections } from '../connections/connection.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../database.ts';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import type { MonthlyCallsOf } from '../provider-calls/create-provider-calls.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { SaleModel } from '../sales/sale.model.ts';
import type { UnreadableModel } from '../sales/unreadable.model.ts';
import type { Session } from '../session/session.ts';
import { createChannelActivation } from './channel-activation.ts';
import type { ChannelModel } from './channel.model.ts';
import type { AssertMaySync } from './channel-permit.ts';
import { createInitialSyncDates } from './initial-sync-date.ts';
import { noRoom, takenChannels } from './plan-room.ts';
import { createPresentChannels } from './present-channel.ts';
import type { QueueRun } from './queue-run.ts';
import { createRemoveChannel } from './remove-channel.ts';
import { createRequestSync } from './request-sync.ts';
import { toRun } from './run-record.ts';
import type { RunModel } from './run.model.ts';
import type { StopWaitingRun } from './stop-waiting-run.ts';

export interface ChannelsDependencies {
  database: Database;
  channels: ChannelModel;
  runs: RunModel;
  sales: SaleModel;
  unreadable: UnreadableModel;
  businesses: BusinessModel;
  connections: Connections;
  providers: readonly AccountingProvider[];
  audit: Audit;
  assertMaySync: AssertMaySync;
  queueRun: QueueRun;
  stopWaitingRun: StopWaitingRun;
  clock: () => Date;
  logger: Logger;
  maxLookBackDays: number | undefined;
  monthlyCalls: MonthlyCallsOf;
  /** Tells workers that a channel is due; losing it loses nothing. */
  wakeWorkers: () => void;
}

export type ChannelsService = ReturnType<typeof createChannelsService>;

export function createChannelsService(dependencies: ChannelsDependencies) {
  const { database, channels, runs, businesses, connections, audit, queueRun, clock } = dependencies;
  const present = createPresentChannels(dependencies);
  const initialSyncDates = createInitialSyncDates(dependencies);

  return {
    ...createChannelActivation({ ...dependencies, present }),
    ...createRequestSync(dependencies),
    remove: createRemoveChannel(dependencies),
    list: present.list,
    get: present.get,

    async create(session: Session, input: CreateChannel): Promise<Channel> {
      const businessId = session.business.id;
      const { initialSyncDate } = input;
      if (input.type !== 'accounting') throw new DomainError('unsupported_channel_type');
      if (!(await businesses.find(businessId))?.salesTrackingEnabled)
        throw new DomainError('sales_tracking_disabled');
      initialSyncDates.assertAllowed(session, initialSyncDate);
      const connection = await connections.find(businessId, input.connectionId);
      if (connection?.status !== 'connected') throw new DomainError('connection_unavailable');
      const known = await connections.listKnown(businessId);
      const created = await inTransaction(database, async (transaction) => {
        // One at a time in a business, so that requests side by side cannot pass the limit together.
        await businesses.lock(businessId, transaction);
        const existing = await channels.findByConnection(connection.id, transaction);
        if (existing) throw new DomainError('channel_exists', { channelId: existing._id.toHexString() });
        const taken = takenChannels(await channels.list(businessId, transaction), known);
        if (taken.length >= session.entitlements.maxAccountingConnections)
          throw noRoom('connection_limit_reached', session.entitlements);
        const name = `${present.providerName(connection)} · ${connection.companyName}`;
        const channel = await channels.createAccounting(
          { businessId, connectionId: connection.id, name, initialSyncDate, createdAt: clock() },
          transaction,
        );
        const channelId = channel._id.toHexString();
        await audit.record(session, { action: 'channel_created', subject: name, channelId }, transaction);
        if (input.startSync !== false) await queueRun(channel, 'connected', session, transaction);
        return channel;
      });
      dependencies.wakeWorkers();
      return present.get(session, created._id.toHexString());
    },

    async moveInitialSyncDate(
      session: Session,
      channelId: string,
      initialSyncDate: string,
    ): Promise<Channel> {
      await initialSyncDates.move(session, channelId, initialSyncDate);
      return present.get(session, channelId);
    },

    async run(businessId: string, runId: string): Promise<Run> {
      const open = await channels.findByOpenRun(businessId, runId);
      const run = open?.run ?? (await runs.find(businessId, runId));
      if (!run) throw new DomainError('not_found');
      return toRun(run);
    },

    /** Newest first: the open run, then those that have ended. */
    async listRuns(
      businessId: string,
      channelId: string,
      after: { requestedAt: Date; id: string } | null,
      limit: number,
    ): Promise<Run[]> {
      const channel = await channels.find(businessId, channelId);
      if (!channel) throw new DomainError('not_found');
      const ended = await runs.list(channelId, after, limit);
      return (after || !channel.run ? ended : [channel.run, ...ended].slice(0, limit)).map(toRun);
    },
  };
}
