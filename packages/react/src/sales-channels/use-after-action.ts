import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/**
 * Once the action that was begun here is needed no more, what had the focus is gone: it goes to `target` rather than nowhere, and
 * `news` is there to be read out. Answers with what to read out, and the function to call when the action begins.
 */
export function useAfterAction(
  isNeeded: boolean,
  news: string,
  target: RefObject<HTMLElement | null>,
): readonly [announcement: string, onBegin: () => void] {
  const hasBegun = useRef(false);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    if (isNeeded || !hasBegun.current) return;
    hasBegun.current = false;
    setAnnouncement(news);
    if (document.activeElement === document.body) target.current?.focus();
  }, [isNeeded, news, target]);
  return [announcement, () => void (hasBegun.current = true)];
}
