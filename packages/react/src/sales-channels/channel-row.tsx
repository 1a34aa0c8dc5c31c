import type { Channel } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSyncChannel } from '../queries/channel-mutations.ts';
import { ChannelRowView } from './channel-row.view.tsx';
import { channelTitle } from './channel-title.ts';
import { describeTrouble } from './describe-trouble.ts';
import { Reconnect } from './reconnect.tsx';
import { SyncButtonView } from './sync-button.view.tsx';
import { TroubleView } from './trouble.view.tsx';
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

  return (
    <ChannelRowView
      channel={channel}
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
              canManage={access.canManage && !access.isReadOnly}
            />
          )}
          {sync.isError && <TroubleView tone="danger" text={describeProblem(messages, sync.error)} />}
        </>
      }
    />
  );
}
