import type { Channel, CreateChannel, Run } from '@sales-channels/contract';
import type { Database } from '../database.ts';
import type { Audit } from '../audit/create-audit.ts';
import type { BusinessModel } from '../businesses/business.model.ts';
import { calendarDateIn, daysBefore } from '../calendar.ts';
import type { Connection, Connections } from '../connections/connection.ts';
import { inTransaction } from '../database.ts';
import { DomainError, invalidField } from '../domain-error.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import { byUser } from '../sales/revision.ts';
import type { SaleModel } from '../sales/sale.model.ts';
import type { Session } from '../session/session.ts';
import { channelAttention, channelStatus } from './channel-status.ts';
import type { ChannelDocument, ChannelModel } from './channel.model.ts';
import { createRunRecord, toRun } from './run-record.ts';
import type { RunModel } from './run.model.ts';

export interface ChannelsDependencies {
  database: Database;
  channels: ChannelModel;
  runs: RunModel;
  sales: SaleModel;
  businesses: BusinessModel;
  connections: Connections;
  providers: readonly AccountingProvider[];
  audit: Audit;
  clock: () => Date;
  maxLookBackDays: number | undefined;
  /** Tells workers that a channel is due; losing it loses nothing. */
  wakeWorkers: () => void;
}

export type ChannelsService = ReturnType<typeof createChannelsService>;

export function createChannelsService(dependencies: ChannelsDependencies) {
  const {
    database,
    channels,
    runs,
    sales,
    businesses,
    connections,
    providers,
    clock,
    maxLookBackDays,
    wakeWorkers,
  } = dependencies;

  return {
    async list(businessId: string): Promise<Channel[]> {
      const [found, connectionList, isEnabled] = await Promise.all([
        channels.list(businessId),
        connections.listKnown(businessId),
        isSalesTrackingEnabled(businessId),
      ]);
      const accountingFirst = found.toSorted((a, b) => a.type.localeCompare(b.type));
      return accountingFirst.map((channel) =>
        toChannel(
          channel,
          connectionList.find(({ id }) => id === channel.connectionId?.toHexString()) ?? null,
          isEnabled,
        ),
      );
    },

    async get(businessId: string, channelId: string): Promise<Channel> {
      return present(await existing(businessId, channelId));
    },

    async create(session: Session, input: CreateChannel): Promise<Channel> {
      const businessId = session.business.id;
      if (input.type !== 'accounting') throw new DomainError('unsupported_channel_type');
      if (!(await isSalesTrackingEnabled(businessId))) throw new DomainError('sales_tracking_disabled');
      checkInitialSyncDate(session, input.initialSyncDate);
      const connection = await connections.find(businessId, input.connectionId);
      if (connection?.status !== 'connected') throw new DomainError('connection_unavailable');
      await businesses.remember(session);
      const live = (await connections.listKnown(businessId)).filter(
        ({ status }) => status !== 'disconnected',
      );
      const created = await inTransaction(database, async (transaction) => {
        // One at a time in a business, so that requests side by side cannot pass the limit together.
        await businesses.lock(businessId, transaction);
        const taken = await channels.findByConnection(connection.id, transaction);
        if (taken) throw new DomainError('channel_exists', { channelId: taken._id.toHexString() });
        const { maxAccountingConnections: limit, moreConnectionsPlan: requiredPlan } = session.entitlements;
        if ((await channels.countActiveOn(live, transaction)) >= limit)
          throw new DomainError('connection_limit_reached', { limit, ...(requiredPlan && { requiredPlan }) });
        return channels.createAccounting(
          {
            businessId,
            connectionId: connection.id,
            name: `${providerName(connection)} · ${connection.companyName}`,
            initialSyncDate: input.initialSyncDate,
            createdAt: clock(),
          },
          transaction,
        );
      });
      if (input.startSync === false) return present(created);
      return present((await queueRun(created, 'connected', session)) ?? created);
    },

    async moveInitialSyncDate(
      session: Session,
      channelId: string,
      initialSyncDate: string,
    ): Promise<Channel> {
      const channel = await existing(session.business.id, channelId);
      if (channel.type === 'manual')
        throw invalidField('body.initialSyncDate', 'The Manual channel has no initial sync date.');
      checkInitialSyncDate(session, initialSyncDate);
      const current = channel.initialSyncDate ?? initialSyncDate;
      if (initialSyncDate === current) return present(channel);
      if (channel.lastSyncedAt && initialSyncDate > current)
        throw new DomainError('initial_sync_date_locked');
      // What was read so far does not cover the added days, so reading starts over; the sales that are known cost no write.
      // The time from which changes are asked stays: what was stored since then may have been deleted meanwhile.
      const reading = { 'cursor.backfill': {}, 'cursor.isBackfilled': false, 'cursor.documentsRead': 0 };
      await inTransaction(database, async (transaction) => {
        const isIdle = await channels.updateIdle(
          channel._id,
          { $set: { initialSyncDate, ...reading } },
          transaction,
        );
        if (!isIdle) throw new DomainError('sync_in_progress', channel.run ? { runId: channel.run.id } : {});
        await sales.applyFloor(
          {
            businessId: channel.businessId,
            channelId: channel._id,
            floor: initialSyncDate,
            author: byUser(session.user),
          },
          transaction,
        );
      });
      return this.get(session.business.id, channelId);
    },

    async sync(session: Session, channelId: string): Promise<Run> {
      const channel = await existing(session.business.id, channelId);
      if (channel.type === 'manual')
        throw invalidField('params.channelId', 'The Manual channel has nothing to sync.');
      if (!(await isSalesTrackingEnabled(channel.businessId)))
        throw new DomainError('sales_tracking_disabled');
      if (!channel.isActive) throw new DomainError('channel_inactive');
      const connection = await connectionOf(channel);
      if (connection?.status === 'reconnect_required') throw new DomainError('reconnect_required');
      if (connection?.status !== 'connected') throw new DomainError('connection_unavailable');
      const queued = await queueRun(channel, 'manual', session);
      if (queued?.run) return toRun(queued.run);
      const { run } = await existing(session.business.id, channelId);
      throw new DomainError('sync_in_progress', run ? { runId: run.id } : {});
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
      const channel = await existing(businessId, channelId);
      const ended = await runs.list(channelId, after, limit);
      return (after || !channel.run ? ended : [channel.run, ...ended].slice(0, limit)).map(toRun);
    },
  };

  async function isSalesTrackingEnabled(businessId: string): Promise<boolean> {
    return (await businesses.find(businessId))?.salesTrackingEnabled ?? false;
  }

  async function existing(businessId: string, channelId: string): Promise<ChannelDocument> {
    const channel = await channels.find(businessId, channelId);
    if (!channel) throw new DomainError('not_found');
    return channel;
  }

  async function connectionOf(channel: ChannelDocument): Promise<Connection | null> {
    return channel.connectionId
      ? connections.find(channel.businessId, channel.connectionId.toHexString())
      : null;
  }

  async function queueRun(
    channel: ChannelDocument,
    trigger: Run['trigger'],
    session: Session,
  ): Promise<ChannelDocument | null> {
    const preview = channel.cursor.isBackfilled ? null : (await connectionOf(channel))?.preview;
    const run = createRunRecord({
      channelId: channel._id.toHexString(),
      trigger,
      requestedBy: session.user,
      requestedAt: clock(),
      done: channel.cursor.isBackfilled ? 0 : channel.cursor.documentsRead,
      total: preview && preview.from === channel.initialSyncDate ? preview.total : null,
    });
    const queued = await channels.queueRun(channel._id, run);
    if (queued) wakeWorkers();
    return queued;
  }

  async function present(channel: ChannelDocument): Promise<Channel> {
    return toChannel(channel, await connectionOf(channel), await isSalesTrackingEnabled(channel.businessId));
  }

  function providerName({ provider }: Connection): string {
    return providers.find(({ id }) => id === provider)?.name ?? provider;
  }

  function toChannel(channel: ChannelDocument, connection: Connection | null, isEnabled: boolean): Channel {
    return {
      id: channel._id.toHexString(),
      type: channel.type,
      name: channel.name,
      connection: connection && {
        id: connection.id,
        provider: connection.provider,
        providerName: providerName(connection),
        companyName: connection.companyName,
        ownership: connection.ownership,
      },
      isActive: channel.isActive,
      status: channelStatus({ ...channel, connection, isSalesTrackingEnabled: isEnabled }),
      attention: channelAttention(channel),
      initialSyncDate: channel.initialSyncDate,
      lastSyncedAt: channel.lastSyncedAt?.toISOString() ?? null,
      lastRun: channel.lastRun && toRun(channel.lastRun),
      currentRun: channel.run && toRun(channel.run),
      createdAt: channel.createdAt.toISOString(),
    };
  }

  function checkInitialSyncDate({ timeZone }: Session, date: string): void {
    const today = calendarDateIn(timeZone, clock());
    if (date > today) throw invalidField('body.initialSyncDate', 'The date is in the future.');
    const earliestDate = maxLookBackDays === undefined ? null : daysBefore(today, maxLookBackDays);
    if (earliestDate && date < earliestDate) {
      throw invalidField('body.initialSyncDate', `The earliest date is ${earliestDate}.`, { earliestDate });
    }
  }
}
