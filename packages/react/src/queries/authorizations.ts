import type { Authorization, StartAuthorization } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from './channels.ts';
import { connectionsQueries } from './connections.ts';
import { queryDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

const WHILE_PENDING_MS = 1_000;

export const fetchAuthorization = (
  client: SalesChannelsClient,
  authorizationId: string,
  options?: CallOptions,
): Promise<Authorization> => client.getAuthorization({ params: { authorizationId } }, options);

export const authorizationsQueries = {
  one: (client: SalesChannelsClient, authorizationId: string) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...scopeOf(client), 'authorizations', authorizationId],
      queryFn: ({ signal }) => fetchAuthorization(client, authorizationId, { signal }),
    }),
};

/**
 * A sign-in, asked for every second until it has ended, also while the page is behind the sign-in window. Its success asks for
 * connections and channels again. Asks nothing while the id is null.
 */
export function useAuthorization(authorizationId: string | null) {
  const { client, queryClient } = useSalesChannels('useAuthorization');
  const query = useQuery(
    {
      ...authorizationsQueries.one(client, authorizationId ?? ''),
      enabled: authorizationId !== null,
      refetchInterval: ({ state }) =>
        state.data === undefined || state.data.status === 'pending' ? WHILE_PENDING_MS : false,
      refetchIntervalInBackground: true,
    },
    queryClient,
  );
  const hasSucceeded = query.data?.status === 'succeeded';
  useEffect(() => {
    if (!hasSucceeded) return;
    void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
    void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
  }, [hasSucceeded, queryClient, client]);
  return query;
}

/** Begins a sign-in; the answer has the page to open. */
export function useStartAuthorization() {
  const { client, queryClient } = useSalesChannels('useStartAuthorization');
  return useMutation(
    {
      mutationKey: [...scopeOf(client), 'startAuthorization'],
      mutationFn: (body: StartAuthorization) => client.startAuthorization({ body }),
    },
    queryClient,
  );
}
