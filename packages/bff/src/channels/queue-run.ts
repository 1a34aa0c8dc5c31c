import type { Run } from '@sales-channels/contract';
import type { Audit } from '../audit/create-audit.ts';
import type { Connections } from '../connections/connection.ts';
import type { ClientSession } from '../database.ts';
import type { Session } from '../session/session.ts';
import type { ChannelDocument, ChannelModel, Wake } from './channel.model.ts';
import { createRunRecord } from './run-record.ts';

interface QueueRunOptions {
  channels: ChannelModel;
  connections: Pick<Connections, 'find'>;
  audit: Audit;
  clock: () => Date;
}

export type QueueRun = ReturnType<typeof createQueueRun>;

/** Makes the function that asks for a sync on somebody's behalf, together with what the sync is asked for. */
export function createQueueRun({ channels, connections, audit, clock }: QueueRunOptions) {
  /**
   * Workers are woken by the caller, once the transaction has ended.
   * @param by null where nobody here asks: the host's own connection works again, or the channel is due.
   * @param due what the channel was due for when it was read; of many who find it due, one queues a run.
   * @returns the channel with its new run; null when it has an open one, or is inactive.
   */
  return async function queueRun(
    channel: ChannelDocument,
    trigger: Run['trigger'],
    by: Pick<Session, 'business' | 'user'> | null,
    transaction: ClientSession,
    due: Wake | null = null,
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
      requestedBy: by?.user ?? null,
      requestedAt: clock(),
      done: cursor.isBackfilled ? 0 : cursor.documentsRead,
      // Of the days that a moved floor adds nobody has counted.
      total: counted && counted.from === initialSyncDate && !cursor.before ? counted.total : null,
    });
    const queued = await channels.queueRun(channel._id, run, transaction, due);
    if (queued && by && trigger === 'manual') {
      const entry = { action: 'sync_requested', subject: channel.name, channelId } as const;
      await audit.record(by, entry, transaction);
    }
    return queued;
  };
}
