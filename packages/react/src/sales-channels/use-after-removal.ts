import type { Channel } from '@sales-channels/contract';
import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/**
 * Once a channel that was removed here is gone from the list, the focus that was in its row goes to `target` rather than nowhere.
 * Answers with the channel that is gone, and the function to call when one was removed.
 */
export function useAfterRemoval(
  channels: readonly Channel[],
  target: RefObject<HTMLElement | null>,
): readonly [gone: Channel | null, onRemoved: (channel: Channel) => void] {
  const [removed, setRemoved] = useState<Channel | null>(null);
  const isGone = removed !== null && channels.every(({ id }) => id !== removed.id);
  useEffect(() => {
    if (!isGone) return undefined;
    // The dialogs give the focus back after this effect, to what is gone too.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) target.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [isGone, target]);
  return [isGone ? removed : null, setRemoved];
}
