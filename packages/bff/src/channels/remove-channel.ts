import { inTransaction } from '../database.ts';
import { DomainError } from '../domain-error.ts';
import type { Session } from '../session/session.ts';
import type { ChannelsDependencies } from './channels.service.ts';

type RemoveChannelOptions = Pick<ChannelsDependencies, 'database' | 'channels' | 'runs' | 'sales' | 'audit'>;

/** Makes the function that removes a channel nothing was ever sold through, its runs with it. Its connection becomes free. */
export function createRemoveChannel({ database, channels, runs, sales, audit }: RemoveChannelOptions) {
  /** @throws DomainError `not_found`, `manual_channel_fixed`, `channel_has_sales` or `sync_in_progress`. */
  return async function removeChannel(session: Session, channelId: string): Promise<{ id: string }> {
    const businessId = session.business.id;
    await inTransaction(database, async (transaction) => {
      const channel = await channels.find(businessId, channelId, transaction);
      if (!channel) throw new DomainError('not_found');
      if (channel.type === 'manual') throw new DomainError('manual_channel_fixed');
      // A page is stored with a write on its channel, so it comes before this, and shows here, or finds no channel any more.
      if (await sales.hasAny(businessId, channel._id, transaction))
        throw new DomainError('channel_has_sales');
      if (channel.run) throw new DomainError('sync_in_progress', { runId: channel.run.id });
      if (!(await channels.removeIdle(channel._id, transaction))) throw new DomainError('sync_in_progress');
      await runs.removeOf(channelId, transaction);
      const entry = { action: 'channel_removed', subject: channel.name, channelId } as const;
      await audit.record(session, entry, transaction);
    });
    return { id: channelId };
  };
}
