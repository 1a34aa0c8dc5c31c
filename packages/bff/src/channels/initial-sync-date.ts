import { calendarDateIn, daysBefore } from '../calendar.ts';
import { inTransaction } from '../database.ts';
import { DomainError, invalidField } from '../domain-error.ts';
import { byUser } from '../sales/revision.ts';
import type { Session } from '../session/session.ts';
import { emptyCursor } from './channel.model.ts';
import type { ChannelsDependencies } from './channels.service.ts';

type InitialSyncDateOptions = Pick<
  ChannelsDependencies,
  'database' | 'channels' | 'sales' | 'unreadable' | 'audit' | 'clock' | 'maxLookBackDays'
>;

/** Which initial sync dates there may be, and moving the one a channel has. */
export function createInitialSyncDates(options: InitialSyncDateOptions) {
  const { database, channels, sales, unreadable, audit, clock, maxLookBackDays } = options;

  /** @throws DomainError `invalid_request`. */
  function assertAllowed({ timeZone }: Session, date: string): void {
    const today = calendarDateIn(timeZone, clock());
    if (date > today) throw invalidField('body.initialSyncDate', 'The date is in the future.');
    const earliestDate = maxLookBackDays === undefined ? null : daysBefore(today, maxLookBackDays);
    if (earliestDate && date < earliestDate) {
      throw invalidField('body.initialSyncDate', `The earliest date is ${earliestDate}.`, { earliestDate });
    }
  }

  return {
    assertAllowed,

    /** @throws DomainError `not_found`, `invalid_request`, `initial_sync_date_locked` or `sync_in_progress`. */
    async move(session: Session, channelId: string, initialSyncDate: string): Promise<void> {
      const channel = await channels.find(session.business.id, channelId);
      if (!channel) throw new DomainError('not_found');
      if (channel.type === 'manual')
        throw invalidField('body.initialSyncDate', 'The Manual channel has no initial sync date.');
      assertAllowed(session, initialSyncDate);
      const current = channel.initialSyncDate ?? initialSyncDate;
      if (initialSyncDate === current) return;
      if (channel.lastSyncedAt && initialSyncDate > current)
        throw new DomainError('initial_sync_date_locked');
      const { isBackfilled, before } = { ...emptyCursor(), ...channel.cursor };
      const reading = {
        'cursor.backfill': {},
        'cursor.isBackfilled': false,
        'cursor.documentsRead': 0,
        'cursor.isUnverified': true,
        'cursor.countedAt': null,
        // What was read to its end needs no second reading, only the days before it do; else reading starts over. The time from
        // which changes are asked stays: what was stored since then may have been deleted meanwhile.
        'cursor.before': isBackfilled ? current : before,
      };
      await inTransaction(database, async (transaction) => {
        const isIdle = await channels.updateIdle(
          channel._id,
          { $set: { initialSyncDate, ...reading } },
          transaction,
        );
        if (!isIdle) throw new DomainError('sync_in_progress', channel.run ? { runId: channel.run.id } : {});
        await sales.applyFloor(
          {
            businessId: channel.businessId,
            channelId: channel._id,
            floor: initialSyncDate,
            author: byUser(session.user),
          },
          transaction,
        );
        // Where reading starts over, what it meets again is noted again.
        const startsOver = !isBackfilled && before === null;
        await unreadable.forget(channel._id, startsOver ? null : initialSyncDate, transaction);
        const entry = { action: 'initial_sync_date_moved', subject: channel.name, channelId } as const;
        await audit.record(session, entry, transaction);
      });
    },
  };
}
