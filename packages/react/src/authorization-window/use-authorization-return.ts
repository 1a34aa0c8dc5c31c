import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { useEffect, useRef } from 'react';
import { takeAuthorizationReturn } from './authorization-return.ts';
import type { AuthorizationOutcome } from './poll-authorization.ts';
import { pollAuthorization } from './poll-authorization.ts';

/**
 * Calls back, once, with what came of the full-page sign-in this page is the return from. Until then it asks the server; the
 * address loses the sign-in at once. Of several components that ask, the first is called.
 */
export function useAuthorizationReturn(
  client: SalesChannelsClient,
  onReturn: (outcome: AuthorizationOutcome) => void,
): void {
  const latest = useRef(onReturn);
  useEffect(() => {
    latest.current = onReturn;
  });
  const taken = useRef<string | null>(null);
  useEffect(() => {
    taken.current ??= takeAuthorizationReturn(window);
    if (taken.current === null) return undefined;
    const abort = new AbortController();
    const poll = pollAuthorization(client, taken.current, abort.signal);
    poll.hurry();
    poll.outcome.then(
      (outcome) => {
        taken.current = null;
        latest.current(outcome);
      },
      () => {},
    );
    return () => abort.abort();
  }, [client]);
}
