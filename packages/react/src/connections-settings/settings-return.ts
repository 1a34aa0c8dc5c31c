import { useEffect } from 'react';
import type { AuthorizationState } from '../authorization-window/create-authorization.ts';

const NOTE = 'sales-channels:settings-sign-in';

/** Notes that the sign-in the page leaves for was begun beside a connection, so that its return opens no wizard. */
export function useNoteRedirect({ status }: AuthorizationState): void {
  useEffect(() => {
    if (status !== 'redirecting') return;
    try {
      window.sessionStorage.setItem(NOTE, 'true');
    } catch {
      // Storage is denied or full: the return is then taken by the wizard, which shows the connection too.
    }
  }, [status]);
}

/** Whether the last full-page sign-in was begun beside a connection. */
export function isNoted(): boolean {
  try {
    return typeof window !== 'undefined' && window.sessionStorage.getItem(NOTE) !== null;
  } catch {
    return false;
  }
}

export function forgetNote(): void {
  try {
    window.sessionStorage.removeItem(NOTE);
  } catch {
    // Nothing was kept.
  }
}
