import type { Product } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { queryDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

export const fetchProducts = (
  client: SalesChannelsClient,
  search: string,
  options?: CallOptions,
): Promise<{ items: Product[] }> => client.searchProducts({ query: { search } }, options);

export const productsQueries = {
  search: (client: SalesChannelsClient, search: string) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...scopeOf(client), 'products', search],
      queryFn: ({ signal }) => fetchProducts(client, search, { signal }),
      staleTime: 30_000,
    }),
};

/**
 * Products of the host's that a manual sale can name.
 * @param search part of a name or a code, at most 100 characters; asks nothing while it is null.
 */
export function useProducts(search: string | null) {
  const { client, queryClient } = useSalesChannels('useProducts');
  return useQuery(
    {
      ...productsQueries.search(client, search ?? ''),
      enabled: search !== null,
      // What was found stays until the next answer, unless it was another business'.
      placeholderData: (previous, query) =>
        query?.queryKey[1] === scopeOf(client)[1] ? previous : undefined,
    },
    queryClient,
  );
}
