import type { Run, SyncAll } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import { inTransaction } from '../database.ts';
import { DomainError, invalidField } from '../domain-error.ts';
import type { Session } from '../session/session.ts';
import type { ChannelDocument } from './channel.model.ts';
import type { ChannelsDependencies } from './channels.service.ts';
import { toRun } from './run-record.ts';

type RequestSyncOptions = Pick<
  ChannelsDependencies,
  | 'database'
  | 'channels'
  | 'businesses'
  | 'connections'
  | 'assertMaySync'
  | 'queueRun'
  | 'wakeWorkers'
  | 'logger'
>;

/** Asks for syncs now, of one channel and of all. */
export function createRequestSync(options: RequestSyncOptions) {
  const { database, channels, businesses, connections, assertMaySync, queueRun, wakeWorkers, logger } =
    options;

  async function request(session: Session, channel: ChannelDocument): Promise<Run> {
    const businessId = session.business.id;
    await assertMaySync(channel, session.entitlements);
    const connection =
      channel.connectionId && (await connections.find(businessId, channel.connectionId.toHexString()));
    if (connection?.status === 'reconnect_required') throw new DomainError('reconnect_required');
    if (connection?.status !== 'connected') throw new DomainError('connection_unavailable');
    const queued = await inTransaction(database, (transaction) =>
      queueRun(channel, 'manual', session, transaction),
    );
    if (queued?.run) {
      wakeWorkers();
      return toRun(queued.run);
    }
    const now = await channels.find(businessId, channel._id.toHexString());
    if (!now) throw new DomainError('not_found');
    if (!now.isActive) throw new DomainError('channel_inactive');
    throw new DomainError('sync_in_progress', now.run ? { runId: now.run.id } : {});
  }

  return {
    /** @throws DomainError as the contract says; `sync_in_progress` names the run there is. */
    async sync(session: Session, channelId: string): Promise<Run> {
      const channel = await channels.find(session.business.id, channelId);
      if (!channel) throw new DomainError('not_found');
      if (channel.type === 'manual')
        throw invalidField('params.channelId', 'The Manual channel has nothing to sync.');
      return request(session, channel);
    },

    /** Every active accounting channel: its run, or why it has none. @throws DomainError `sales_tracking_disabled`. */
    async syncAll(session: Session): Promise<SyncAll> {
      const businessId = session.business.id;
      if (!(await businesses.find(businessId))?.salesTrackingEnabled)
        throw new DomainError('sales_tracking_disabled');
      const active = (await channels.list(businessId)).filter(
        ({ type, isActive }) => type === 'accounting' && isActive,
      );
      const items = active.map(async (channel) => ({
        channelId: channel._id.toHexString(),
        ...(await request(session, channel).then(
          (run) => ({ run, problem: null }),
          (error: unknown) => ({ run: null, problem: problemOf(channel, error) }),
        )),
      }));
      return { items: await Promise.all(items) };
    },
  };

  function problemOf({ _id }: ChannelDocument, error: unknown) {
    if (error instanceof DomainError) return createProblem(error.code, error.details);
    logger.error({ error, channelId: _id.toHexString() }, 'A sync could not be asked for');
    return createProblem('internal');
  }
}
