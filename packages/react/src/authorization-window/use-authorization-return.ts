import { useEffect, useRef } from 'react';
import { takeAuthorizationReturn } from './authorization-return.ts';

/**
 * Calls back, once, when this page is the return from a full-page sign-in, with the id of that sign-in. The address loses it
 * then; of several components that ask, the first gets it.
 */
export function useAuthorizationReturn(onReturn: (authorizationId: string) => void): void {
  const latest = useRef(onReturn);
  useEffect(() => {
    latest.current = onReturn;
  });
  useEffect(() => {
    const authorizationId = takeAuthorizationReturn(window);
    if (authorizationId !== null) latest.current(authorizationId);
  }, []);
}
