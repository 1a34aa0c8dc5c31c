import type { Db } from 'mongodb';
import { ObjectId } from 'mongodb';
import type { DatabaseCommand } from '../rig/wire-messages.ts';

interface Claim {
  update?: { $inc?: object; $set?: { refreshLease?: { owner?: string } | null } };
}

/**
 * Lets the time of a dead server's leases pass at once. It is half a minute for a channel and a minute and a half for tokens, and
 * nothing else happens in it that a test could see.
 */
export function createLeaseBook(database: Db) {
  /** Which server asked last for the right to refresh under a name, and which last took a channel. */
  const refreshers = new Map<string, number>();
  const holders = new Map<string, number>();

  const heldBy = (book: Map<string, number>, server: number): string[] => {
    const held = [...book].filter(([, holder]) => holder === server).map(([key]) => key);
    for (const key of held) book.delete(key);
    return held;
  };

  return {
    note(server: number, { name, collection, read }: DatabaseCommand) {
      if (name !== 'findAndModify') return undefined;
      const { $inc, $set } =
        (collection === 'connections' || collection === 'channels' ? (read() as Claim) : {}).update ?? {};
      const owner = $set?.refreshLease?.owner;
      if (owner) refreshers.set(owner, server);
      if (collection !== 'channels' || !$inc) return undefined;
      return ({ value }: { value?: { _id?: ObjectId } | null }) => {
        if (value?._id) holders.set(value._id.toHexString(), server);
      };
    },
    async expire(server: number): Promise<void> {
      const past = new Date(0);
      await database
        .collection('connections')
        .updateMany(
          { 'refreshLease.owner': { $in: heldBy(refreshers, server) } },
          { $set: { 'refreshLease.until': past } },
        );
      const channels = heldBy(holders, server).map((id) => new ObjectId(id));
      await database
        .collection('channels')
        .updateMany({ _id: { $in: channels }, leasedUntil: { $ne: null } }, { $set: { leasedUntil: past } });
      // The look around that comes every half a minute comes now.
      await database
        .collection('jobs')
        .updateMany({ name: 'sync-due-channels' }, { $set: { nextRunAt: new Date(), lockedAt: null } });
    },
  };
}
