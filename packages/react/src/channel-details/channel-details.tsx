import type { Channel } from '@sales-channels/contract';
import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Dialog } from '../primitives/dialog.tsx';
import { useContextQuery } from '../queries/context.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { ChannelEnd } from './channel-end.tsx';
import { ChannelFactsView } from './channel-facts.view.tsx';
import { InitialSyncDate } from './initial-sync-date.tsx';
import { SyncHistory } from './sync-history.tsx';

export interface ChannelDetailsProps {
  channel: Channel;
  /** Whether the channel may be changed here. */
  canChange: boolean;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The channel is being deactivated. */
  onDeactivate: () => void;
  /** The channel is gone. */
  onRemoved: () => void;
}

/** Everything about a channel: its facts, its initial sync date, its syncs, and the ways to have no more of it. */
export function ChannelDetails(props: ChannelDetailsProps) {
  return props.open ? <OpenChannelDetails {...props} /> : null;
}

function OpenChannelDetails({ channel, canChange, onOpenChange, ...props }: ChannelDetailsProps) {
  const { channelDetails: words } = useMessages();
  const id = useId();
  const { data: context } = useContextQuery();
  return (
    <Dialog open onOpenChange={onOpenChange} title={channelTitle(channel)}>
      <ChannelFactsView channel={channel} />
      {channel.initialSyncDate !== null && context !== undefined && (
        <section className="sc-details-section" aria-labelledby={`${id}-date`}>
          <h3 className="sc-details-title" id={`${id}-date`}>
            {words.dateTitle}
          </h3>
          <InitialSyncDate channel={channel} context={context} canChange={canChange} />
        </section>
      )}
      <section className="sc-details-section" aria-labelledby={`${id}-history`}>
        <h3 className="sc-details-title" id={`${id}-history`}>
          {words.historyTitle}
        </h3>
        <SyncHistory channel={channel} titleId={`${id}-history`} />
      </section>
      {canChange && (
        <ChannelEnd
          channel={channel}
          onDeactivate={props.onDeactivate}
          onEnded={() => onOpenChange(false)}
          onRemoved={props.onRemoved}
        />
      )}
    </Dialog>
  );
}
