import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { AuthorizationReturn } from './authorization-return.ts';
import { takeAuthorizationReturn } from './authorization-return.ts';
import type { AuthorizationOutcome } from './poll-authorization.ts';
import { pollAuthorization } from './poll-authorization.ts';

export type ResumedAuthorization = AuthorizationOutcome & Pick<AuthorizationReturn, 'reconnects'>;

/**
 * What came of the full-page sign-in this page is the return from; asks the server until it has ended. The address loses the
 * sign-in at once, so only the first call gets it. In React: `useAuthorizationReturn`.
 * @returns null on an ordinary visit.
 * @throws the signal's reason once it is aborted.
 */
export async function resumeAuthorization(
  client: SalesChannelsClient,
  { signal = new AbortController().signal }: { signal?: AbortSignal } = {},
): Promise<ResumedAuthorization | null> {
  const signIn = takeAuthorizationReturn(window);
  if (signIn === null) return null;
  const poll = pollAuthorization(client, signIn.authorizationId, signal);
  poll.hurry();
  return { ...(await poll.outcome), reconnects: signIn.reconnects };
}
