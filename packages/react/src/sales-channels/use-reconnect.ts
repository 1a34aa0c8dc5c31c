import type { Channel } from '@sales-channels/contract';
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { AuthorizationState } from '../authorization-window/create-authorization.ts';
import { failedReturn } from '../authorization-window/failed-return.ts';
import { useAuthorizationWindow } from '../authorization-window/use-authorization-window.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from '../queries/channels.ts';
import { connectionsQueries } from '../queries/connections.ts';

const OPENABLE = new Set<AuthorizationState['status']>(['idle', 'failed', 'succeeded']);

/** A new sign-in for the connection of a channel. */
export function useReconnect({ connection }: Channel, onBegin: () => void) {
  const { client, queryClient } = useSalesChannels('useReconnect');
  const [state, authorization] = useAuthorizationWindow(client);
  const returned = failedReturn(client, connection?.id ?? '');
  const { data: failure = null } = useQuery(returned, queryClient);
  const hasSucceeded = state.status === 'succeeded';

  useEffect(() => {
    if (!hasSucceeded) return;
    void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
    void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
  }, [hasSucceeded, queryClient, client]);

  const target = connection && { provider: connection.provider, connectionId: connection.id };
  const begin = (how: 'open' | 'redirect') => {
    if (target === null) return;
    onBegin();
    // The next attempt says how things stand now.
    queryClient.setQueryData(returned.queryKey, null);
    authorization[how](target);
  };
  const shown: AuthorizationState =
    state.status === 'idle' && failure !== null ? { status: 'failed', failure } : state;
  return {
    state: shown,
    /** Whether one is under way already, which has its own ways on. */
    isUnderWay: !OPENABLE.has(state.status),
    open: () => begin('open'),
    redirect: () => begin('redirect'),
    showWindow: authorization.focus,
    cancel: authorization.cancel,
  };
}
