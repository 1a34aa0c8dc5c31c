import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';

export interface SyncButtonViewProps {
  channelName: string;
  /** The click is on its way. */
  isPending: boolean;
  isSyncing: boolean;
  /** Without it the button says why it does nothing. */
  isAllowed: boolean;
  onSync: () => void;
}

/** Stays in its place through a sync, so that the focus has somewhere to be. */
export function SyncButtonView({
  channelName,
  isPending,
  isSyncing,
  isAllowed,
  onSync,
}: SyncButtonViewProps) {
  const { channels } = useMessages();
  const reasonId = useId();
  return (
    <>
      <Button
        size="small"
        icon="sync"
        isPending={isPending}
        aria-disabled={isSyncing || !isAllowed}
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
