import type { Channel } from '@sales-channels/contract';
import { useEffect } from 'react';
import type { AuthorizationState } from '../authorization-window/create-authorization.ts';
import { useAuthorizationWindow } from '../authorization-window/use-authorization-window.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from '../queries/channels.ts';
import { connectionsQueries } from '../queries/connections.ts';

const OPENABLE = new Set<AuthorizationState['status']>(['idle', 'failed', 'succeeded']);

/** A new sign-in for the connection of a channel. */
export function useReconnect({ connection }: Channel) {
  const { client, queryClient } = useSalesChannels('useReconnect');
  const [state, authorization] = useAuthorizationWindow(client);
  const hasSucceeded = state.status === 'succeeded';

  useEffect(() => {
    if (!hasSucceeded) return;
    void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
    void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
  }, [hasSucceeded, queryClient, client]);

  const target = connection && { provider: connection.provider, connectionId: connection.id };
  return {
    state,
    /** Whether one is under way already, which has its own ways on. */
    isUnderWay: !OPENABLE.has(state.status),
    open: () => target && authorization.open(target),
    redirect: () => target && authorization.redirect(target),
    showWindow: authorization.focus,
    cancel: authorization.cancel,
  };
}
