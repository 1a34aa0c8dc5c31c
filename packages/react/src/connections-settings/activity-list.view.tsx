import type { AuditAction, AuditEntry } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import type { IconName } from '../provider/icons.ts';

const icons: Record<AuditAction, IconName> = {
  sales_tracking_enabled: 'success',
  sales_tracking_disabled: 'inactive',
  connection_connected: 'accounting',
  connection_reconnected: 'accounting',
  connection_disconnected: 'disconnected',
  channel_created: 'add',
  channel_activated: 'success',
  channel_deactivated: 'inactive',
  channel_removed: 'close',
  initial_sync_date_moved: 'history',
  sync_requested: 'sync',
  manual_sale_created: 'manual',
  manual_sale_changed: 'manual',
  manual_sale_voided: 'void',
  unknown: 'info',
};

/** A sentence an entry, with when it was. */
export function ActivityListView({ entries }: { entries: readonly AuditEntry[] }) {
  const { activity: words } = useMessages();
  return (
    <ol className="sc-activity" aria-label={words.listLabel}>
      {entries.map(({ id, at, action, user, subject }) => (
        <li key={id} className="sc-activity-entry">
          <Icon name={icons[action]} />
          <span className="sc-activity-text">{words.actions[action](user.name, subject)}</span>
          <span className="sc-activity-time">
            <RelativeTime instant={at} />
          </span>
        </li>
      ))}
    </ol>
  );
}

export function ActivityListSkeleton() {
  const { loading } = useMessages().common;
  return (
    <div aria-busy="true">
      <output className="sc-visually-hidden">{loading}</output>
      <ol className="sc-activity" aria-hidden="true">
        {[38, 30, 34, 26, 32].map((width) => (
          <li key={width} className="sc-activity-entry">
            <span className="sc-activity-text">
              <Skeleton width={width} />
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
