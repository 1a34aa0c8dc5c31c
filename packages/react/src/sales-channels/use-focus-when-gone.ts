import type { RefObject } from 'react';
import { useLayoutEffect } from 'react';

/** When the part that calls it goes away with the focus in `element`, the focus goes to `target` rather than nowhere. */
export function useFocusWhenGone(
  element: RefObject<HTMLElement | null>,
  target: RefObject<HTMLElement | null>,
): void {
  useLayoutEffect(() => {
    const [leaving, heir] = [element.current, target.current];
    // It is still in the page here, and has the focus if it had it.
    return () => {
      if (leaving?.contains(document.activeElement)) heir?.focus();
    };
  }, [element, target]);
}
