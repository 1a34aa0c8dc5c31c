import type {
  Sale,
  SaleFilters,
  SaleHints,
  SaleHintsQuery,
  SalePage,
  SaleRevision,
  SalesTotals,
} from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { queryDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

export interface SalesRequest {
  filters: SaleFilters;
  /** Where the page begins; none for the first. */
  cursor: string | undefined;
  /** At most 200. */
  limit: number;
}

export const fetchSales = (
  client: SalesChannelsClient,
  { filters, cursor, limit }: SalesRequest,
  options?: CallOptions,
): Promise<SalePage> =>
  client.listSales({ query: { ...filters, ...(cursor === undefined ? {} : { cursor }), limit } }, options);

export const fetchSalesTotals = (
  client: SalesChannelsClient,
  filters: SaleFilters,
  options?: CallOptions,
): Promise<SalesTotals> => client.getSalesTotals({ query: filters }, options);

export const fetchSale = (
  client: SalesChannelsClient,
  saleId: string,
  options?: CallOptions,
): Promise<Sale> => client.getSale({ params: { saleId } }, options);

export const fetchSaleRevisions = (
  client: SalesChannelsClient,
  saleId: string,
  options?: CallOptions,
): Promise<{ items: SaleRevision[] }> => client.listSaleRevisions({ params: { saleId } }, options);

export const fetchSaleHints = (
  client: SalesChannelsClient,
  query: SaleHintsQuery,
  options?: CallOptions,
): Promise<SaleHints> => client.getSaleHints({ query }, options);

export const salesQueries = {
  all: (client: SalesChannelsClient) => [...scopeOf(client), 'sales'] as const,
  list: (client: SalesChannelsClient, request: SalesRequest) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...salesQueries.all(client), 'list', request],
      queryFn: ({ signal }) => fetchSales(client, request, { signal }),
    }),
  totals: (client: SalesChannelsClient, filters: SaleFilters) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...salesQueries.all(client), 'totals', filters],
      queryFn: ({ signal }) => fetchSalesTotals(client, filters, { signal }),
    }),
  one: (client: SalesChannelsClient, saleId: string) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...salesQueries.all(client), 'one', saleId],
      queryFn: ({ signal }) => fetchSale(client, saleId, { signal }),
    }),
  revisions: (client: SalesChannelsClient, saleId: string) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...salesQueries.all(client), 'revisions', saleId],
      queryFn: ({ signal }) => fetchSaleRevisions(client, saleId, { signal }),
    }),
  hints: (client: SalesChannelsClient, query: SaleHintsQuery) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...salesQueries.all(client), 'hints', query],
      queryFn: ({ signal }) => fetchSaleHints(client, query, { signal }),
    }),
};

/** Keeps what was shown until the next answer, unless it was another business'. */
const keepOwnPrevious =
  (client: SalesChannelsClient) =>
  <D>(previous: D | undefined, query: { queryKey: readonly unknown[] } | undefined): D | undefined =>
    query?.queryKey[1] === scopeOf(client)[1] ? previous : undefined;

/** A page of sales. The page before stays until the next is there. */
export function useSales(request: SalesRequest) {
  const { client, queryClient } = useSalesChannels('useSales');
  return useQuery(
    { ...salesQueries.list(client, request), placeholderData: keepOwnPrevious(client) },
    queryClient,
  );
}

/** Totals per currency over everything the filters find. */
export function useSalesTotals(filters: SaleFilters) {
  const { client, queryClient } = useSalesChannels('useSalesTotals');
  return useQuery(
    { ...salesQueries.totals(client, filters), placeholderData: keepOwnPrevious(client) },
    queryClient,
  );
}

/** One sale with its lines. */
export function useSale(saleId: string) {
  const { client, queryClient } = useSalesChannels('useSale');
  return useQuery(salesQueries.one(client, saleId), queryClient);
}

/** How a sale changed, newest first. */
export function useSaleRevisions(saleId: string) {
  const { client, queryClient } = useSalesChannels('useSaleRevisions');
  return useQuery(salesQueries.revisions(client, saleId), queryClient);
}

/** Sales that a manual sale may repeat. Asks nothing while `query` is null. */
export function useSaleHints(query: SaleHintsQuery | null) {
  const { client, queryClient } = useSalesChannels('useSaleHints');
  return useQuery({ ...salesQueries.hints(client, query ?? {}), enabled: query !== null }, queryClient);
}
