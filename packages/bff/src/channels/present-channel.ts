import type { Channel, Verification } from '@sales-channels/contract';
import type { BusinessModel } from '../businesses/business.model.ts';
import type { Connection, Connections } from '../connections/connection.ts';
import { DomainError } from '../domain-error.ts';
import type { MonthlyCallsOf } from '../provider-calls/create-provider-calls.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { Session } from '../session/session.ts';
import { channelAttention, channelStatus } from './channel-status.ts';
import type { ChannelDocument, ChannelModel, VerificationRecord } from './channel.model.ts';
import { isInPlan } from './plan-room.ts';
import { toRun } from './run-record.ts';

interface PresentChannelOptions {
  businesses: Pick<BusinessModel, 'find'>;
  channels: Pick<ChannelModel, 'list'>;
  connections: Pick<Connections, 'listKnown'>;
  providers: readonly AccountingProvider[];
  monthlyCalls: MonthlyCallsOf;
  clock: () => Date;
}

export type PresentChannels = ReturnType<typeof createPresentChannels>;

/** A channel that may not sync now does not, though it is due. */
const MAY_SYNC: ReadonlySet<Channel['status']> = new Set([
  'syncing',
  'sync_failed',
  'completed_with_errors',
  'never_synced',
  'up_to_date',
]);

/** Channels as the API shows them. A channel's status depends on the others of its business, which share the plan with it. */
export function createPresentChannels(options: PresentChannelOptions) {
  const { businesses, channels, connections, providers, monthlyCalls, clock } = options;

  /** Accounting first, then Manual; within these the oldest first. */
  async function list({ business, entitlements }: Session): Promise<Channel[]> {
    const [found, connectionList, known] = await Promise.all([
      channels.list(business.id),
      connections.listKnown(business.id),
      businesses.find(business.id),
    ]);
    const calls = await monthlyCalls(connectionList);
    return found
      .toSorted((a, b) => a.type.localeCompare(b.type))
      .map((channel) => {
        const connection =
          connectionList.find(({ id }) => id === channel.connectionId?.toHexString()) ?? null;
        const status = channelStatus({
          ...channel,
          connection,
          isSalesTrackingEnabled: known?.salesTrackingEnabled ?? false,
          isInPlan: isInPlan(channel._id.toHexString(), found, connectionList, entitlements),
        });
        return toChannel(channel, connection, status, (connection && calls.get(connection.id)) ?? null);
      });
  }

  function toChannel(
    channel: ChannelDocument,
    connection: Connection | null,
    status: Channel['status'],
    providerCalls: Channel['providerCalls'],
  ): Channel {
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
      status,
      attention: channelAttention({ ...channel, connection }, clock()),
      initialSyncDate: channel.initialSyncDate,
      lastSyncedAt: channel.lastSyncedAt?.toISOString() ?? null,
      lastRun: channel.lastRun && toRun(channel.lastRun),
      currentRun: channel.run && toRun(channel.run),
      nextSyncAt: (MAY_SYNC.has(status) && channel.wake?.at.toISOString()) || null,
      verification: channel.verification && toVerification(channel.verification),
      providerCalls,
      createdAt: channel.createdAt.toISOString(),
    };
  }

  const toVerification = ({ checkedAt, documents }: VerificationRecord): Verification => ({
    checkedAt: checkedAt.toISOString(),
    documents,
  });

  function providerName({ provider }: Connection): string {
    return providers.find(({ id }) => id === provider)?.name ?? provider;
  }

  /** @throws DomainError `not_found`. */
  async function get(session: Session, channelId: string): Promise<Channel> {
    const channel = (await list(session)).find(({ id }) => id === channelId);
    if (!channel) throw new DomainError('not_found');
    return channel;
  }

  return { list, get, providerName };
}
