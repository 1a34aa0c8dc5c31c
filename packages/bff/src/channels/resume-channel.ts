import type { Run } from '@sales-channels/contract';
import type { BusinessModel } from '../businesses/business.model.ts';
import type { ChannelModel } from './channel.model.ts';
import { createRunRecord } from './run-record.ts';

interface ResumeChannelOptions {
  channels: ChannelModel;
  businesses: BusinessModel;
  clock: () => Date;
  wakeWorkers: () => void;
}

export type ResumeChannel = ReturnType<typeof createResumeChannel>;

/** Makes the function that lets the channel of a connection go on from where it stopped, once the connection works again. */
export function createResumeChannel({ channels, businesses, clock, wakeWorkers }: ResumeChannelOptions) {
  return async function resumeChannel(
    businessId: string,
    connectionId: string,
    requestedBy: NonNullable<Run['requestedBy']>,
  ): Promise<void> {
    const business = await businesses.find(businessId);
    const channelId = (await channels.ofConnections(businessId)).get(connectionId);
    if (!business?.salesTrackingEnabled || channelId === undefined) return;
    const channel = await channels.find(businessId, channelId);
    // A run that is open goes on by itself with the new tokens.
    if (!channel?.isActive || channel.run) return;
    const { cursor, lastRun } = channel;
    const run = createRunRecord({
      channelId,
      trigger: 'reconnection',
      requestedBy,
      requestedAt: clock(),
      done: cursor.isBackfilled ? 0 : cursor.documentsRead,
      total: cursor.isBackfilled ? null : (lastRun?.progress.total ?? null),
    });
    if (await channels.queueRun(channel._id, run)) wakeWorkers();
  };
}
