import { setMaxListeners } from 'node:events';
import type { Types } from '../database.ts';
import type { ChannelDocument, ChannelModel } from '../channels/channel.model.ts';
import { LeaseLostError } from '../sales/create-import.ts';

const LEASE_MS = 30_000;
const HEARTBEAT_MS = 10_000;

/**
 * The right to sync one channel. It ends by itself when its worker stops renewing it, and every write names its fencing
 * number, so that a worker which only seemed dead can no longer change anything.
 */
export interface Lease {
  channelId: Types.ObjectId;
  fence: number;
  /** Aborted when the lease has been lost or the process is stopping. */
  signal: AbortSignal;
  /** Stops renewing. The last fenced write of a run gives the channel free. */
  end(): void;
}

export type Leases = ReturnType<typeof createLeases>;

export function createLeases(channels: ChannelModel) {
  const until = () => new Date(Date.now() + LEASE_MS);

  return {
    /** Takes the lease of the channel that has been due longest; null when none is due and free. */
    async claim(
      now: Date,
      stopping: AbortSignal,
    ): Promise<{ channel: ChannelDocument; lease: Lease } | null> {
      const channel = await channels.claimDue(now, new Date(), until());
      if (!channel) return null;
      const { _id: channelId, fence } = channel;
      const over = new AbortController();
      // Not with `AbortSignal.any`: in Node.js 20 `stopping`, which lives as long as the process, would keep what it makes.
      const stop = () => over.abort(stopping.reason);
      setMaxListeners(0, stopping);
      if (stopping.aborted) stop();
      stopping.addEventListener('abort', stop);
      const heartbeat = setInterval(() => {
        channels.updateFenced({ channelId, fence }, { $set: { leasedUntil: until() } }).then(
          (isHeld) => isHeld || over.abort(new LeaseLostError('The lease was taken over.')),
          // The database cannot be reached: the lease may run out, and the fenced writes will tell.
          () => undefined,
        );
      }, HEARTBEAT_MS);
      heartbeat.unref();
      return {
        channel,
        lease: {
          channelId,
          fence,
          signal: over.signal,
          end: () => {
            clearInterval(heartbeat);
            stopping.removeEventListener('abort', stop);
          },
        },
      };
    },
  };
}
