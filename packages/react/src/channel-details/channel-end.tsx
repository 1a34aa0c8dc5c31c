import type { Channel } from '@sales-channels/contract';
import { useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesTotals } from '../queries/sales.ts';
import { ChannelEndView } from './channel-end.view.tsx';
import { DeactivateDialog } from './deactivate-dialog.tsx';
import { RemoveDialog } from './remove-dialog.tsx';

export interface ChannelEndProps {
  channel: Channel;
  onDeactivate: () => void;
  onEnded: () => void;
  onRemoved: () => void;
}

/** The quiet ways to have no more of a channel. Each asks first. */
export function ChannelEnd({ channel, onDeactivate, onEnded, onRemoved }: ChannelEndProps) {
  const { channelDetails: words } = useMessages();
  const [asked, setAsked] = useState<'deactivate' | 'remove' | null>(null);
  const totals = useSalesTotals({ channelId: channel.id });
  const { data } = totals;
  const hasSales = data === undefined ? null : data.count + data.voided + data.outOfRange > 0;
  const dialog = (name: 'deactivate' | 'remove') => ({
    channel,
    open: asked === name,
    onOpenChange: (isOpen: boolean) => setAsked(isOpen ? name : null),
  });
  return (
    <>
      <ChannelEndView
        label={words.endTitle}
        isActive={channel.isActive}
        hasSales={totals.isError ? true : hasSales}
        onDeactivate={() => setAsked('deactivate')}
        onRemove={() => setAsked('remove')}
      />
      <DeactivateDialog {...dialog('deactivate')} onConfirm={onDeactivate} onDone={onEnded} />
      <RemoveDialog {...dialog('remove')} onDone={onRemoved} />
    </>
  );
}
