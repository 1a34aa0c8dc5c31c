import type { Channel, Verification } from '@sales-channels/contract';
import { EARLIEST_DATE } from '@sales-channels/contract';
import type { ReactNode, Ref } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { Icon } from '../primitives/icon.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { isComplete, sumOf } from '../sync-progress/verification-counts.ts';
import { SyncAnnouncer } from '../sync-progress/sync-announcer.tsx';
import { SyncProgress } from '../sync-progress/sync-progress.tsx';
import { SyncResult } from '../sync-progress/sync-result.tsx';
import { channelTitle } from './channel-title.ts';
import { statusLooks } from './status-look.ts';

export interface ChannelRowViewProps {
  channel: Channel;
  /** The row's title, which can take the focus. */
  titleRef?: Ref<HTMLHeadingElement>;
  /** What may be done with the channel. */
  actions?: ReactNode;
  /** What is wrong with it, and what helps. */
  trouble?: ReactNode;
}

const typeIcons = { accounting: 'quickbooks', manual: 'manual', unknown: 'document' } as const;

export function ChannelRowView({ channel, titleRef, actions, trouble }: ChannelRowViewProps) {
  const { channels } = useMessages();
  const title = channelTitle(channel, channels.types.manual);
  const look = statusLooks[channel.status];
  return (
    <li className="sc-channel" data-status={channel.status} aria-label={title}>
      <span className="sc-channel-mark">
        <Icon name={typeIcons[channel.type]} size={18} />
      </span>
      <div className="sc-channel-main">
        <h3 ref={titleRef} className="sc-channel-title" tabIndex={-1}>
          <bdi>{title}</bdi>
        </h3>
        {channel.currentRun === null ? (
          <ChannelFacts channel={channel} />
        ) : (
          <SyncProgress run={channel.currentRun} channelName={title} />
        )}
        {channel.currentRun === null && channel.lastRun !== null && channel.lastRun.state !== 'failed' && (
          <SyncResult run={channel.lastRun} />
        )}
        {trouble}
      </div>
      <div className="sc-channel-side">
        <Badge tone={look.tone} icon={look.icon}>
          {channels.statuses[channel.status]}
        </Badge>
        {actions}
      </div>
      <SyncAnnouncer lastRun={channel.lastRun} channelName={title} />
    </li>
  );
}

/** A channel in trouble has other things to say. */
const VERIFIED = new Set<Channel['status']>(['up_to_date', 'completed_with_errors']);

function ChannelFacts({ channel }: { channel: Channel }) {
  const { channels } = useMessages();
  const { format } = useSalesChannels('ChannelFacts');
  if (channel.type === 'manual') return <p className="sc-channel-facts">{channels.manualText}</p>;
  const isNamed = channel.connection !== null && channel.name !== channel.connection.companyName;
  return (
    <ul className="sc-channel-facts">
      {isNamed && channel.name !== channelTitle(channel) && (
        <li>
          <bdi>{channel.name}</bdi>
        </li>
      )}
      <li>{channels.types[channel.type]}</li>
      {channel.initialSyncDate !== null && (
        <li>
          {channel.initialSyncDate === EARLIEST_DATE
            ? channels.sinceEver
            : channels.since(format.date(channel.initialSyncDate))}
        </li>
      )}
      {channel.lastSyncedAt !== null && (
        <li>
          <RelativeTime instant={channel.lastSyncedAt}>{channels.synced}</RelativeTime>
        </li>
      )}
      {channel.verification !== null && VERIFIED.has(channel.status) && (
        <Verified verification={channel.verification} />
      )}
    </ul>
  );
}

/** That nothing is missing; what is, is said as trouble. */
function Verified({ verification }: { verification: Verification }) {
  const { channels, sync } = useMessages();
  const { format } = useSalesChannels('Verified');
  if (!isComplete(verification)) return null;
  const { expected, found } = sumOf(verification);
  return (
    <li>
      <RelativeTime instant={verification.checkedAt} tip={channels.checkedAt}>
        {() => sync.verified(format.number(found), format.number(expected))}
      </RelativeTime>
    </li>
  );
}
