import type { RefObject } from 'react';
import { useEffect, useRef } from 'react';

/** Once a dialog has closed and what had opened it is gone too, the focus goes to `target` rather than nowhere. */
export function useFocusAfterClose(isOpen: boolean, target: RefObject<HTMLElement | null>): void {
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    const hasClosed = wasOpen.current && !isOpen;
    wasOpen.current = isOpen;
    if (!hasClosed) return undefined;
    // The dialog gives the focus back after this effect; only then it shows that there was nobody to take it.
    const timer = setTimeout(() => {
      if (document.activeElement === document.body) target.current?.focus();
    });
    return () => clearTimeout(timer);
  }, [isOpen, target]);
}
