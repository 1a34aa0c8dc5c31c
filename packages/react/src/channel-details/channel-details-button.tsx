import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { LazyDialog } from '../primitives/lazy-dialog.tsx';
import { channelTitle } from '../sales-channels/channel-title.ts';
import type { ChannelDetailsProps, DetailsPart } from './channel-details.tsx';

export interface ChannelDetailsButtonProps extends Omit<
  ChannelDetailsProps,
  'open' | 'onOpenChange' | 'startsAt'
> {
  /** What the details are open at, whichever way led there; null while they are closed. */
  openPart: DetailsPart | null;
  onOpenPartChange: (part: DetailsPart | null) => void;
}

const load = async () => (await import('./channel-details.tsx')).ChannelDetails;

/** The way to everything about a channel, which is loaded when somebody wants it. */
export function ChannelDetailsButton({ openPart, onOpenPartChange, ...props }: ChannelDetailsButtonProps) {
  const { channelDetails: words } = useMessages();
  const title = channelTitle(props.channel);
  const onOpenChange = (open: boolean) => onOpenPartChange(open ? 'facts' : null);
  return (
    <>
      <Button
        variant="quiet"
        size="small"
        icon="more"
        className="sc-icon-button"
        aria-haspopup="dialog"
        aria-label={words.open(title)}
        onClick={() => onOpenChange(true)}
      />
      <LazyDialog
        title={title}
        load={load}
        dialog={{ ...props, open: openPart !== null, onOpenChange, startsAt: openPart ?? 'facts' }}
      />
    </>
  );
}
