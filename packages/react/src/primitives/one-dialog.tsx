import type { ReactNode, RefObject } from 'react';
import { createContext, useEffect, useRef } from 'react';

/** What had the focus before the first of several dialogs that stand for one; null in a dialog, whose own questions are others. */
export const OpenerContext = createContext<RefObject<Element | null> | null>(null);

/** Dialogs that take each other's place, e.g. a loading one and the loaded one: the last gives the focus back to who opened the first. */
export function OneDialog({ open, children }: { open: boolean; children: ReactNode }) {
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (open) return undefined;
    // After the timeout, set before this one, in which the dialog that closes gives the focus back.
    const timer = setTimeout(() => {
      opener.current = null;
    });
    return () => clearTimeout(timer);
  }, [open]);
  return <OpenerContext.Provider value={opener}>{children}</OpenerContext.Provider>;
}
