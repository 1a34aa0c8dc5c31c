import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { AuthorizationOutcome } from './poll-authorization.ts';
import { useAuthorizationReturn } from './use-authorization-return.ts';

/** Takes up a full-page sign-in of the kit's own, and tells the host how it ended. */
export function useSignInReturn(
  caller: string,
  onReturn: (outcome: AuthorizationOutcome, reconnects: string | null) => void,
): void {
  const { client, emit } = useSalesChannels(caller);
  useAuthorizationReturn(client, (outcome, reconnects) => {
    emit('onEvent', {
      name: 'sign_in_ended',
      status: outcome.failure === null ? 'succeeded' : 'failed',
      connectionId: outcome.connectionId ?? reconnects,
    });
    onReturn(outcome, reconnects);
  });
}
