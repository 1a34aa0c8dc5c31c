import type { Channel } from '@sales-channels/contract';
import { DomainError } from '../domain-error.ts';
import { inTransaction } from '../database.ts';
import type { Session } from '../session/session.ts';
import type { ChannelsDependencies } from './channels.service.ts';
import type { PresentChannels } from './present-channel.ts';
import { noRoom, takenChannels } from './plan-room.ts';
import type { StopWaitingRun } from './stop-waiting-run.ts';

interface ChannelActivationOptions extends Pick<
  ChannelsDependencies,
  'database' | 'channels' | 'businesses' | 'connections' | 'audit' | 'queueRun' | 'wakeWorkers'
> {
  present: PresentChannels;
  stopWaitingRun: StopWaitingRun;
}

/** Lets a channel sync and stops it. Its sales, its connection and how far it has read stay as they are. */
export function createChannelActivation(options: ChannelActivationOptions) {
  const { database, channels, businesses, connections, audit, present, queueRun, stopWaitingRun } = options;
  const { wakeWorkers } = options;

  return {
    /**
     * Makes a channel sync again from where it stopped, and starts at once where its connection works.
     * @throws DomainError `not_found`, `sales_tracking_disabled`, `connection_unavailable` or `not_in_plan`.
     */
    async activate(session: Session, channelId: string): Promise<Channel> {
      const businessId = session.business.id;
      const channel = await channels.find(businessId, channelId);
      if (!channel) throw new DomainError('not_found');
      if (channel.type === 'manual') return present.get(session, channelId);
      if (!(await businesses.find(businessId))?.salesTrackingEnabled)
        throw new DomainError('sales_tracking_disabled');
      if (channel.isActive) return present.get(session, channelId);
      const { entitlements } = session;
      await inTransaction(database, async (transaction) => {
        // One at a time in a business, so that requests side by side cannot pass the limit together.
        await businesses.lock(businessId, transaction);
        // Read under the lock that a sign-in ends under too: either this sees the connection work, or that the channel active.
        const known = await connections.listKnown(businessId);
        const connection = known.find(({ id }) => id === channel.connectionId?.toHexString());
        if (!connection || connection.status === 'disconnected')
          throw new DomainError('connection_unavailable');
        const taken = takenChannels(await channels.list(businessId, transaction), known);
        if (taken.some(({ _id }) => _id.equals(channel._id))) return;
        if (taken.length >= entitlements.maxAccountingConnections) throw noRoom('not_in_plan', entitlements);
        if (!(await channels.setActive(channel._id, true, transaction))) return;
        const entry = { action: 'channel_activated', subject: channel.name, channelId } as const;
        await audit.record(session, entry, transaction);
        if (connection.status === 'connected') await queueRun(channel, 'reactivation', session, transaction);
      });
      wakeWorkers();
      return present.get(session, channelId);
    },

    /**
     * Stops all syncing of a channel. A run that waits ends at once; one that is under way after the page in hand.
     * @throws DomainError `not_found` or `manual_channel_fixed`.
     */
    async deactivate(session: Session, channelId: string): Promise<Channel> {
      const channel = await channels.find(session.business.id, channelId);
      if (!channel) throw new DomainError('not_found');
      if (channel.type === 'manual') throw new DomainError('manual_channel_fixed');
      await inTransaction(database, async (transaction) => {
        const stopped = await channels.setActive(channel._id, false, transaction);
        if (!stopped) return;
        await stopWaitingRun(stopped, 'channel_inactive', transaction);
        const entry = { action: 'channel_deactivated', subject: channel.name, channelId } as const;
        await audit.record(session, entry, transaction);
      });
      return present.get(session, channelId);
    },
  };
}
