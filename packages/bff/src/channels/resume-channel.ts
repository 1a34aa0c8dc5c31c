import type { BusinessModel } from '../businesses/business.model.ts';
import { SALE_TYPES } from '../provider/provider-sale.ts';
import type { ClientSession } from '../database.ts';
import type { Session } from '../session/session.ts';
import type { ChannelModel } from './channel.model.ts';
import type { QueueRun } from './queue-run.ts';
import type { WakeModel } from './wakes.model.ts';

interface ResumeChannelOptions {
  channels: ChannelModel;
  businesses: BusinessModel;
  queueRun: QueueRun;
  wakes: Pick<WakeModel, 'set' | 'setAfterRun'>;
  clock: () => Date;
}

export type ResumeChannel = ReturnType<typeof createResumeChannel>;

/**
 * Makes the function that lets the channel of a connection go on from where it stopped. It is part of the transaction that
 * makes the connection work again, so that no process can end in between.
 */
export function createResumeChannel(options: ResumeChannelOptions) {
  const { channels, businesses, queueRun, wakes, clock } = options;

  return async function resumeChannel(
    by: Pick<Session, 'business' | 'user'> | null,
    connectionId: string,
    transaction: ClientSession,
  ): Promise<void> {
    const channel = await channels.findByConnection(connectionId, transaction);
    if (!channel) return;
    // Nobody could ask for changes while there was no grant; what a count then does not explain is looked for.
    if (channel.cursor.changedSince) await channels.setUnsure(channel._id, SALE_TYPES, transaction);
    // A run that is open goes on by itself with the new tokens, unless it has already found that there were none; an inactive
    // channel waits for somebody to activate it.
    if (channel.run)
      await wakes.setAfterRun(channel._id, { at: clock(), trigger: 'reconnection' }, transaction);
    else if ((await businesses.find(channel.businessId))?.salesTrackingEnabled)
      await queueRun(channel, 'reconnection', by, transaction);
    else await wakes.set(channel._id, { at: clock(), trigger: 'schedule' }, transaction);
  };
}
