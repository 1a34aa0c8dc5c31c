import type { Channel } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { useRef, useState } from 'react';
import { ChannelDetailsButton } from '../channel-details/channel-details-button.tsx';
import type { DetailsPart } from '../channel-details/channel-details.tsx';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { useSyncChannel } from '../queries/sync-mutations.ts';
import type { Access } from './access.ts';
import { ChannelRowView } from './channel-row.view.tsx';
import { channelTitle } from './channel-title.ts';
import { ChannelTrouble } from './channel-trouble.tsx';
import { SyncButtonView } from './sync-button.view.tsx';
import { TroubleView } from './trouble.view.tsx';
import { useAfterAction } from './use-after-action.ts';

export interface ChannelRowProps {
  channel: Channel;
  access: Access;
  /** More that may be done with the channel, e.g. entering a sale. */
  actions?: ReactNode;
  /** The channel is gone, and the row goes with it. */
  onRemoved?: () => void;
}

const SYNCABLE = new Set<Channel['status']>([
  'syncing',
  'sync_failed',
  'completed_with_errors',
  'never_synced',
  'up_to_date',
]);

const ignore = () => {};

export function ChannelRow({ channel, access, actions, onRemoved = ignore }: ChannelRowProps) {
  const messages = useMessages();
  const sync = useSyncChannel();
  const title = channelTitle(channel, messages.channels.types.manual);
  const titleRef = useRef<HTMLHeadingElement>(null);
  const news = `${title}: ${messages.channels.statuses[channel.status]}`;
  const [openPart, setOpenPart] = useState<DetailsPart | null>(null);
  const [announcement, onDeactivate] = useAfterAction(channel.isActive, news, titleRef);

  return (
    <ChannelRowView
      channel={channel}
      titleRef={titleRef}
      actions={
        <>
          {SYNCABLE.has(channel.status) && !access.isReadOnly && (
            <SyncButtonView
              channelName={title}
              isPending={sync.isPending}
              isSyncing={channel.currentRun !== null}
              isAllowed={access.canSync}
              titleRef={titleRef}
              onSync={() => sync.mutate(channel.id)}
            />
          )}
          {actions}
          {channel.type !== 'manual' && (
            <ChannelDetailsButton
              channel={channel}
              openPart={openPart}
              onOpenPartChange={setOpenPart}
              canChange={access.canManage && !access.isReadOnly}
              onDeactivate={onDeactivate}
              onRemoved={onRemoved}
            />
          )}
        </>
      }
      trouble={
        <>
          <ChannelTrouble channel={channel} access={access} titleRef={titleRef} onDetails={setOpenPart} />
          <output className="sc-visually-hidden">{announcement}</output>
          {sync.isError && <TroubleView tone="danger" text={describeProblem(messages, sync.error)} />}
        </>
      }
    />
  );
}
