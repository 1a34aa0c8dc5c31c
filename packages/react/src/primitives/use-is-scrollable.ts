import type { RefObject } from 'react';
import { useEffect, useRef, useState } from 'react';

/** Whether an element holds more than it shows, and the ref to hang on it. */
export function useIsScrollable<E extends HTMLElement>(): [boolean, RefObject<E | null>] {
  const ref = useRef<E>(null);
  const [isScrollable, setScrollable] = useState(false);
  useEffect(() => {
    const element = ref.current;
    // Without layout nothing scrolls.
    if (element === null || typeof ResizeObserver === 'undefined') return undefined;
    const sizes = new ResizeObserver(() => setScrollable(element.scrollHeight > element.clientHeight));
    const observe = () => {
      for (const part of [element, ...element.children]) sizes.observe(part);
    };
    const content = new MutationObserver(observe);
    content.observe(element, { childList: true });
    observe();
    return () => {
      sizes.disconnect();
      content.disconnect();
    };
  }, []);
  return [isScrollable, ref];
}
