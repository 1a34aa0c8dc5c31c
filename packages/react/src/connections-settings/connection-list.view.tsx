import type { Connection } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Skeleton } from '../primitives/skeleton.tsx';

export interface ConnectionListViewProps {
  connections: readonly Connection[];
  renderRow: (connection: Connection) => ReactNode;
  /** After the rows: the way to one more, or what the plan says to that. */
  footer: ReactNode;
}

export function ConnectionListView({ connections, renderRow, footer }: ConnectionListViewProps) {
  const { listLabel } = useMessages().connections;
  return (
    <div className="sc-card sc-connections">
      <ul aria-label={listLabel}>{connections.map(renderRow)}</ul>
      {footer}
    </div>
  );
}

export function ConnectionListSkeleton() {
  const { loading } = useMessages().common;
  return (
    <div className="sc-card sc-connections" aria-busy="true">
      <output className="sc-visually-hidden">{loading}</output>
      <div className="sc-connection" aria-hidden="true">
        <span className="sc-connection-mark" />
        <div className="sc-connection-main">
          <p className="sc-connection-title">
            <Skeleton width={34} />
          </p>
          <p className="sc-connection-facts">
            <Skeleton width={28} />
          </p>
          <p className="sc-connection-uses">
            <Skeleton width={24} />
          </p>
        </div>
        <div className="sc-connection-side">
          <Skeleton width={12} />
        </div>
      </div>
    </div>
  );
}
