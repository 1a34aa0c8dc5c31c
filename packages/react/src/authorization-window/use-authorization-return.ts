import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { useEffect, useRef } from 'react';
import type { AuthorizationReturn } from './authorization-return.ts';
import { takeAuthorizationReturn } from './authorization-return.ts';
import type { AuthorizationOutcome } from './poll-authorization.ts';
import { pollAuthorization } from './poll-authorization.ts';

/**
 * Calls back, once, with what came of the full-page sign-in this page is the return from. Until then it asks the server; the
 * address loses the sign-in at once. Of several components that ask, the first is called.
 * @param onReturn gets the outcome, and the id of the connection that was to be reconnected; null for a new one, and where the
 *   browser keeps nothing for the page.
 */
export function useAuthorizationReturn(
  client: SalesChannelsClient,
  onReturn: (outcome: AuthorizationOutcome, reconnects: string | null) => void,
): void {
  const latest = useRef(onReturn);
  useEffect(() => {
    latest.current = onReturn;
  });
  const taken = useRef<{ client: SalesChannelsClient; signIn: AuthorizationReturn | null } | null>(null);
  useEffect(() => {
    // An effect that runs twice has to find it again; another business must not.
    if (taken.current?.client !== client) {
      taken.current = { client, signIn: takeAuthorizationReturn(window) };
    }
    const { signIn } = taken.current;
    if (signIn === null) return undefined;
    const abort = new AbortController();
    const poll = pollAuthorization(client, signIn.authorizationId, abort.signal);
    poll.hurry();
    poll.outcome.then(
      (outcome) => {
        taken.current = { client, signIn: null };
        latest.current(outcome, signIn.reconnects);
      },
      () => {},
    );
    return () => abort.abort();
  }, [client]);
}
