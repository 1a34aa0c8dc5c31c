import type { SalesSeries, SalesSeriesQuery } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { queryDefaults } from './query-defaults.ts';
import { salesQueries } from './sales.ts';
import { scopeOf } from './scope.ts';

export const fetchSalesSeries = (
  client: SalesChannelsClient,
  query: SalesSeriesQuery,
  options?: CallOptions,
): Promise<SalesSeries> => client.getSalesSeries({ query }, options);

export const salesSeriesQuery = (client: SalesChannelsClient, query: SalesSeriesQuery) =>
  queryOptions({
    ...queryDefaults,
    queryKey: [...salesQueries.all(client), 'series', query],
    queryFn: ({ signal }) => fetchSalesSeries(client, query, { signal }),
  });

/** Sales over time. The series before stays until the next is there, unless it was another business'. */
export function useSalesSeries(query: SalesSeriesQuery) {
  const { client, queryClient } = useSalesChannels('useSalesSeries');
  return useQuery(
    {
      ...salesSeriesQuery(client, query),
      placeholderData: (previous, asked) =>
        asked?.queryKey[1] === scopeOf(client)[1] ? previous : undefined,
    },
    queryClient,
  );
}
