import type { EntitlementsOf } from '../businesses/entitlements.ts';
import type { AssertMaySync } from '../channels/channel-permit.ts';
import { afterInterval } from '../channels/next-wake.ts';
import type { QueueRun } from '../channels/queue-run.ts';
import type { DueChannel, WakeModel } from '../channels/wakes.model.ts';
import type { Connections } from '../connections/connection.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../database.ts';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import type { AccountingProvider } from '../provider/provider.ts';

interface DueWakesOptions {
  database: Database;
  wakes: WakeModel;
  connections: Pick<Connections, 'find'>;
  providers: readonly AccountingProvider[];
  assertMaySync: AssertMaySync;
  entitlementsOf: EntitlementsOf;
  queueRun: QueueRun;
  /** Null where there is no schedule. */
  syncEveryMinutes: number | null;
  clock: () => Date;
  logger: Logger;
}

const MAX_AT_A_TIME = 16;
/** After what could not even be looked up. */
const RETRY_MS = 60_000;

export type DueWakes = ReturnType<typeof createDueWakes>;

/** Turns what is due by itself into runs, which workers then take like any other. */
export function createDueWakes(options: DueWakesOptions) {
  const { database, wakes, connections, providers, assertMaySync, entitlementsOf, queueRun } = options;
  const { syncEveryMinutes, clock, logger } = options;

  /** False for not now, which is no failure and leaves no trace in the channel's history. */
  async function isPermitted(channel: DueChannel): Promise<boolean> {
    try {
      await assertMaySync(channel, await entitlementsOf(channel.businessId));
    } catch (error) {
      if (error instanceof DomainError) return false;
      throw error;
    }
    const connectionId = channel.connectionId?.toHexString();
    const connection = connectionId && (await connections.find(channel.businessId, connectionId));
    if (!connection || connection.status !== 'connected') return false;
    const { provider, environment } = connection;
    return providers.some((one) => one.id === provider && one.environment === environment);
  }

  async function start(channel: DueChannel): Promise<void> {
    if (await isPermitted(channel))
      await inTransaction(database, (transaction) =>
        queueRun(channel, channel.wake.trigger, null, transaction, channel.wake),
      );
    else await wakes.postpone(channel, afterInterval(syncEveryMinutes, clock()));
  }

  return {
    /** Brings what is stored in line with the schedule there is now: it may have been changed, or be new. */
    async prepare(): Promise<void> {
      if (syncEveryMinutes === null) return wakes.dropRegular();
      const now = clock().getTime();
      for await (const { _id } of wakes.unscheduled()) {
        // All over the interval, as if the schedule had always been on.
        const at = new Date(now + Math.random() * syncEveryMinutes * 60_000);
        await wakes.set(_id, { at, trigger: 'schedule' });
      }
    },

    /** @returns whether any channel was due: there may be runs to take now, and others due. */
    async start(): Promise<boolean> {
      const due = await wakes.due(clock(), MAX_AT_A_TIME);
      await Promise.all(
        due.map((channel) =>
          start(channel).catch(async (error: unknown) => {
            logger.warn({ error, channelId: channel._id.toHexString() }, 'A sync that was due did not start');
            await wakes.postpone(channel, { ...channel.wake, at: new Date(clock().getTime() + RETRY_MS) });
          }),
        ),
      );
      return due.length > 0;
    },
  };
}
