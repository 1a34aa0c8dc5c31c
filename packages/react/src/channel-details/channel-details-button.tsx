import { useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';
import { channelTitle } from '../sales-channels/channel-title.ts';
import type { ChannelDetailsProps } from './channel-details.tsx';

const load = async () => (await import('./channel-details.tsx')).ChannelDetails;

/** The way to everything about a channel, which is loaded when somebody wants it. */
export function ChannelDetailsButton(props: Omit<ChannelDetailsProps, 'open' | 'onOpenChange'>) {
  const { channelDetails: words } = useMessages();
  const [isOpen, setOpen] = useState(false);
  const title = channelTitle(props.channel);
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        icon="more"
        className="sc-icon-button"
        aria-haspopup="dialog"
        aria-label={words.open(title)}
        onClick={() => setOpen(true)}
      />
      <LazyDialog title={title} load={load} dialog={{ ...props, open: isOpen, onOpenChange: setOpen }} />
    </>
  );
}
