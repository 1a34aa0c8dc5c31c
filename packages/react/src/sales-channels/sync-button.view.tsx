import type { RefObject } from 'react';
import { useId, useRef } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useFocusWhenGone } from './use-focus-when-gone.ts';

export interface SyncButtonViewProps {
  channelName: string;
  /** The click is on its way. */
  isPending: boolean;
  isSyncing: boolean;
  /** Without it the button says why it does nothing. */
  isAllowed: boolean;
  /** Takes the focus from the button when the channel can be synced no more. */
  titleRef: RefObject<HTMLElement | null>;
  onSync: () => void;
}

/** Stays in its place through a sync, so that the focus has somewhere to be. */
export function SyncButtonView({
  channelName,
  isPending,
  isSyncing,
  isAllowed,
  titleRef,
  onSync,
}: SyncButtonViewProps) {
  const { channels } = useMessages();
  const reasonId = useId();
  const buttonRef = useRef<HTMLButtonElement>(null);
  useFocusWhenGone(buttonRef, titleRef);
  return (
    <>
      <Button
        ref={buttonRef}
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
