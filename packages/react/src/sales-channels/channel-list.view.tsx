import type { Channel } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Skeleton } from '../primitives/skeleton.tsx';

export interface ChannelListViewProps {
  channels: readonly Channel[];
  renderRow: (channel: Channel) => ReactNode;
  /** In the place of the accounting channels, when there are none. */
  empty?: ReactNode;
  /** After the channels: what is planned. */
  planned?: ReactNode;
}

export function ChannelListView({ channels, renderRow, empty, planned }: ChannelListViewProps) {
  const { listLabel } = useMessages().channels;
  const hasAccounting = channels.some((channel) => channel.type === 'accounting');
  return (
    <div className="sc-card sc-channels">
      {!hasAccounting && empty}
      <ul aria-label={listLabel}>{channels.map(renderRow)}</ul>
      {planned}
    </div>
  );
}

export function ChannelListSkeleton() {
  const { loading } = useMessages().common;
  return (
    <div className="sc-card sc-channels" aria-busy="true">
      <output className="sc-visually-hidden">{loading}</output>
      <ul aria-hidden="true">
        {[34, 10].map((width) => (
          <li key={width} className="sc-channel">
            <span className="sc-channel-mark" />
            <div className="sc-channel-main">
              <p className="sc-channel-title">
                <Skeleton width={width} />
              </p>
              <p className="sc-channel-facts">
                <Skeleton width={width - 6} />
              </p>
            </div>
            <div className="sc-channel-side">
              <Skeleton width={12} />
            </div>
          </li>
        ))}
      </ul>
    </div>
  );
}
