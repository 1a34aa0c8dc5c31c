import { useEffect } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { AuthorizationState } from './create-authorization.ts';
import { useAuthorizationWindow } from './use-authorization-window.ts';

const isBegun = (state: AuthorizationState) => state.status === 'starting' || state.status === 'redirecting';

/** A sign-in of the kit's own, waited for as long as the component lives. The host is told that it began and how it ended. */
export function useSignInWindow(caller: string) {
  const { client, emit } = useSalesChannels(caller);
  const [state, authorization] = useAuthorizationWindow(client);

  useEffect(() => {
    let connectionId: string | null = null;
    let isUnderWay = false;
    return authorization.subscribe(() => {
      const now = authorization.getState();
      if ('target' in now) {
        // Beginning anew goes on with the one that is waited for.
        if (isUnderWay || !isBegun(now)) return;
        isUnderWay = true;
        connectionId = now.target.connectionId ?? null;
        emit('onEvent', { name: 'sign_in_started', provider: now.target.provider, connectionId });
      } else if (isUnderWay) {
        isUnderWay = false;
        if (now.status === 'succeeded') connectionId = now.connectionId;
        const status = now.status === 'idle' ? 'canceled' : now.status;
        emit('onEvent', { name: 'sign_in_ended', status, connectionId });
      }
    });
  }, [authorization, emit]);

  return [state, authorization] as const;
}
