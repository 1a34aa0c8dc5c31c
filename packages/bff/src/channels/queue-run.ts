import type { Run } from '@sales-channels/contract';
import type { Audit } from '../audit/create-audit.ts';
import type { Connections } from '../connections/connection.ts';
import type { Database } from '../database.ts';
import { inTransaction } from '../database.ts';
import type { Session } from '../session/session.ts';
import type { ChannelDocument, ChannelModel } from './channel.model.ts';
import { createRunRecord } from './run-record.ts';

interface QueueRunOptions {
  database: Database;
  channels: ChannelModel;
  connections: Pick<Connections, 'find'>;
  audit: Audit;
  clock: () => Date;
  /** Tells workers that a channel is due; losing it loses nothing. */
  wakeWorkers: () => void;
}

export type QueueRun = ReturnType<typeof createQueueRun>;

/** Makes the function that asks for a sync on somebody's behalf. */
export function createQueueRun({
  database,
  channels,
  connections,
  audit,
  clock,
  wakeWorkers,
}: QueueRunOptions) {
  /** @returns the channel with its new run; null when it has an open one, or is inactive. */
  return async function queueRun(
    channel: ChannelDocument,
    trigger: Run['trigger'],
    session: Session,
  ): Promise<ChannelDocument | null> {
    const channelId = channel._id.toHexString();
    const { cursor, connectionId, businessId, initialSyncDate } = channel;
    const counted =
      connectionId && !cursor.isBackfilled
        ? (await connections.find(businessId, connectionId.toHexString()))?.preview
        : null;
    const run = createRunRecord({
      channelId,
      trigger,
      requestedBy: session.user,
      requestedAt: clock(),
      done: cursor.isBackfilled ? 0 : cursor.documentsRead,
      total: counted && counted.from === initialSyncDate ? counted.total : null,
    });
    const queued = await inTransaction(database, async (transaction) => {
      const written = await channels.queueRun(channel._id, run, transaction);
      if (written && trigger === 'manual')
        await audit.record(
          session,
          { action: 'sync_requested', subject: channel.name, channelId },
          transaction,
        );
      return written;
    });
    if (queued) wakeWorkers();
    return queued;
  };
}
