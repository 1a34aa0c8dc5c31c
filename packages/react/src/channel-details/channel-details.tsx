import type { Channel } from '@sales-channels/contract';
import { useId, useRef } from 'react';
import { endsSoon } from '../authorization-window/ends-soon.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Dialog } from '../primitives/dialog.tsx';
import { useNow } from '../primitives/use-now.ts';
import { useContextQuery } from '../queries/context.ts';
import { useAuthorizationEnd } from '../queries/use-authorization-end.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { ChannelEnd } from './channel-end.tsx';
import { ChannelFactsView } from './channel-facts.view.tsx';
import { InitialSyncDate } from './initial-sync-date.tsx';
import { SyncHistory } from './sync-history.tsx';

/** `documents`: the sync history, with the documents that the last sync could not import. */
export type DetailsPart = 'facts' | 'documents';

export interface ChannelDetailsProps {
  channel: Channel;
  /** Whether the channel may be changed here. */
  canChange: boolean;
  open: boolean;
  /** Where reading begins. */
  startsAt: DetailsPart;
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

function OpenChannelDetails({ channel, canChange, onOpenChange, startsAt, ...props }: ChannelDetailsProps) {
  const { channelDetails: words } = useMessages();
  const id = useId();
  const { data: context } = useContextQuery();
  const now = useNow();
  const endsAt = useAuthorizationEnd(channel, true);
  const historyTitle = useRef<HTMLHeadingElement>(null);
  const isAtDocuments = startsAt === 'documents';
  const goToHistory = (event: Event) => {
    event.preventDefault();
    historyTitle.current?.focus();
  };
  return (
    <Dialog
      open
      onOpenChange={onOpenChange}
      title={channelTitle(channel)}
      {...(isAtDocuments && { onOpenAutoFocus: goToHistory })}
    >
      <ChannelFactsView channel={channel} authorizationEndsAt={endsSoon(endsAt, now) ? endsAt : null} />
      {channel.initialSyncDate !== null && context !== undefined && (
        <section className="sc-details-section" aria-labelledby={`${id}-date`}>
          <h3 className="sc-details-title" id={`${id}-date`}>
            {words.dateTitle}
          </h3>
          <InitialSyncDate channel={channel} context={context} canChange={canChange} />
        </section>
      )}
      <section className="sc-details-section" aria-labelledby={`${id}-history`}>
        <h3 ref={historyTitle} className="sc-details-title" id={`${id}-history`} tabIndex={-1}>
          {words.historyTitle}
        </h3>
        <SyncHistory channel={channel} titleId={`${id}-history`} opensErrors={isAtDocuments} />
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
