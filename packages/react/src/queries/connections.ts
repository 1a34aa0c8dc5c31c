import type { Connection } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { queryDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

export const fetchConnections = (
  client: SalesChannelsClient,
  options?: CallOptions,
): Promise<{ items: Connection[] }> => client.listConnections(undefined, options);

export const connectionsQueries = {
  all: (client: SalesChannelsClient) => [...scopeOf(client), 'connections'] as const,
  list: (client: SalesChannelsClient) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...connectionsQueries.all(client), 'list'],
      queryFn: ({ signal }) => fetchConnections(client, { signal }),
    }),
};

// As often as channels are asked for while nothing syncs.
const REFRESH_MS = 10_000;

/** The accounting connections of the business, kept fresh while the component is mounted: asked for every 10 s. */
export function useConnections({ enabled = true }: { enabled?: boolean } = {}) {
  const { client, queryClient } = useSalesChannels('useConnections');
  return useQuery(
    {
      ...connectionsQueries.list(client),
      enabled,
      // A refusal stays one until something else happens.
      refetchInterval: ({ state }) =>
        state.error instanceof ApiProblem && state.error.status === 403 ? false : REFRESH_MS,
    },
    queryClient,
  );
}
