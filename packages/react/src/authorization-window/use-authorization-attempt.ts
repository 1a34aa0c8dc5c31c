import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from '../queries/channels.ts';
import { connectionsQueries } from '../queries/connections.ts';
import type { AuthorizationState, AuthorizationTarget } from './create-authorization.ts';
import { failedReturn } from './failed-return.ts';
import { useSignInWindow } from './use-sign-in-window.ts';

const OPENABLE = new Set<AuthorizationState['status']>(['idle', 'failed', 'succeeded']);

/** A sign-in offered in one place of the page, with what came of the one that was begun there before. */
export function useAuthorizationAttempt(target: AuthorizationTarget | null, onBegin?: () => void) {
  const { client, queryClient } = useSalesChannels('useAuthorizationAttempt');
  const [state, authorization] = useSignInWindow('useAuthorizationAttempt');
  const returned = failedReturn(client, target?.connectionId ?? null);
  const { data: failure = null } = useQuery(returned, queryClient);
  const hasSucceeded = state.status === 'succeeded';

  useEffect(() => {
    if (!hasSucceeded) return;
    const refresh = [channelsQueries, connectionsQueries].map((queries) =>
      queryClient.invalidateQueries({ queryKey: queries.all(client) }),
    );
    // What it changed tells of it from then on.
    void Promise.all(refresh).then(() => {
      if (authorization.getState().status === 'succeeded') authorization.cancel();
    });
  }, [hasSucceeded, authorization, queryClient, client]);

  const begin = (how: 'open' | 'redirect') => {
    if (target === null) return;
    onBegin?.();
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
