import type { Context } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { queryOptions, useMutation, useQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { mutationDefaults, queryDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

export const fetchContext = (client: SalesChannelsClient, options?: CallOptions): Promise<Context> =>
  client.getContext(undefined, options);

export const contextQueries = {
  get: (client: SalesChannelsClient) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...scopeOf(client), 'context'],
      queryFn: ({ signal }) => fetchContext(client, { signal }),
      staleTime: 30_000,
    }),
};

/** Who uses the kit, what they may do, and where sales tracking stands. */
export function useContextQuery() {
  const { client, queryClient } = useSalesChannels('useContextQuery');
  return useQuery(contextQueries.get(client), queryClient);
}

/** Turns sales tracking on or off. Everything else depends on it, so everything is asked again. */
export function useSetSalesTracking() {
  const { client, queryClient } = useSalesChannels('useSetSalesTracking');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'setSalesTracking'],
      mutationFn: (enabled: boolean) => client.setSalesTracking({ body: { enabled } }),
      onSuccess: (salesTracking) => {
        const { queryKey } = contextQueries.get(client);
        queryClient.setQueryData(queryKey, (context) => context && { ...context, salesTracking });
        void queryClient.invalidateQueries({ queryKey: scopeOf(client) });
      },
    },
    queryClient,
  );
}
