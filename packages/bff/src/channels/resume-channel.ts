import type { BusinessModel } from '../businesses/business.model.ts';
import type { ClientSession } from '../database.ts';
import type { Session } from '../session/session.ts';
import type { ChannelModel } from './channel.model.ts';
import type { QueueRun } from './queue-run.ts';

interface ResumeChannelOptions {
  channels: ChannelModel;
  businesses: BusinessModel;
  queueRun: QueueRun;
}

export type ResumeChannel = ReturnType<typeof createResumeChannel>;

/**
 * Makes the function that lets the channel of a connection go on from where it stopped. It is part of the transaction that
 * makes the connection work again, so that no process can end in between.
 */
export function createResumeChannel({ channels, businesses, queueRun }: ResumeChannelOptions) {
  return async function resumeChannel(
    by: Pick<Session, 'business' | 'user'> | null,
    connectionId: string,
    transaction: ClientSession,
  ): Promise<void> {
    const channel = await channels.findByConnection(connectionId, transaction);
    const business = channel && (await businesses.find(channel.businessId));
    // A run that is open goes on by itself with the new tokens, and an inactive channel waits for somebody to activate it.
    if (channel && business?.salesTrackingEnabled) await queueRun(channel, 'reconnection', by, transaction);
  };
}
