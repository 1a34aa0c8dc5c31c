import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';

export interface SyncButtonViewProps {
  channelName: string;
  isSyncing: boolean;
  /** Without it the button says why it does nothing. */
  isAllowed: boolean;
  onSync: () => void;
}

/** Stays in its place through a sync, so that the focus has somewhere to be. */
export function SyncButtonView({ channelName, isSyncing, isAllowed, onSync }: SyncButtonViewProps) {
  const { channels } = useMessages();
  const reasonId = useId();
  return (
    <>
      <Button
        size="small"
        icon="sync"
        isPending={isSyncing}
        aria-disabled={!isAllowed}
        aria-describedby={isAllowed ? undefined : reasonId}
        title={isAllowed ? undefined : channels.syncNeedsPermission}
        onClick={onSync}
      >
        {channels.syncNow}
        <VisuallyHidden>{channels.ofChannel(channelName)}</VisuallyHidden>
      </Button>
      {!isAllowed && <VisuallyHidden id={reasonId}>{channels.syncNeedsPermission}</VisuallyHidden>}
    </>
  );
}
