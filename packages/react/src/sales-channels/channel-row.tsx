import type { Channel } from '@sales-channels/contract';
import { useRef } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSyncChannel } from '../queries/channel-mutations.ts';
import { ChannelRowView } from './channel-row.view.tsx';
import { channelTitle } from './channel-title.ts';
import { describeTrouble } from './describe-trouble.ts';
import { Reconnect } from './reconnect.tsx';
import { SyncButtonView } from './sync-button.view.tsx';
import { TroubleView } from './trouble.view.tsx';
import { useAfterReconnect } from './use-after-reconnect.ts';
import type { Access } from './access.ts';

export interface ChannelRowProps {
  channel: Channel;
  access: Access;
}

const SYNCABLE = new Set<Channel['status']>([
  'syncing',
  'sync_failed',
  'completed_with_errors',
  'never_synced',
  'up_to_date',
]);

export function ChannelRow({ channel, access }: ChannelRowProps) {
  const messages = useMessages();
  const sync = useSyncChannel();
  const title = channelTitle(channel);
  const trouble = describeTrouble(channel, {
    messages,
    isTrackingOn: access.isTrackingOn,
    moreConnectionsPlan: access.moreConnectionsPlan,
  });

  const titleRef = useRef<HTMLHeadingElement>(null);
  const [announcement, onSignInBegun] = useAfterReconnect(
    trouble?.action === 'reconnect',
    `${title}: ${messages.channels.statuses[channel.status]}`,
    titleRef,
  );

  return (
    <ChannelRowView
      channel={channel}
      titleRef={titleRef}
      actions={
        SYNCABLE.has(channel.status) &&
        !access.isReadOnly && (
          <SyncButtonView
            channelName={title}
            isPending={sync.isPending}
            isSyncing={channel.currentRun !== null}
            isAllowed={access.canSync}
            onSync={() => sync.mutate(channel.id)}
          />
        )
      }
      trouble={
        <>
          {trouble !== null && trouble.action === null && <TroubleView {...trouble} action={undefined} />}
          {trouble !== null && trouble.action === 'reconnect' && (
            <Reconnect
              channel={channel}
              trouble={trouble}
              onBegin={onSignInBegun}
              canManage={access.canManage && !access.isReadOnly}
            />
          )}
          <output className="sc-visually-hidden">{announcement}</output>
          {sync.isError && <TroubleView tone="danger" text={describeProblem(messages, sync.error)} />}
        </>
      }
    />
  );
}
