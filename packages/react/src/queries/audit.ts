import type { AuditPage } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { infiniteQueryOptions, useInfiniteQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { queryDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

export interface AuditRequest {
  /** Entries a page, at most 100. Default 20. */
  limit?: number;
}

export const fetchAuditPage = (
  client: SalesChannelsClient,
  query: { cursor?: string; limit: number },
  options?: CallOptions,
): Promise<AuditPage> => client.listAuditEntries({ query }, options);

export const auditQueries = {
  list: (client: SalesChannelsClient, { limit = 20 }: AuditRequest) =>
    infiniteQueryOptions({
      ...queryDefaults,
      // What somebody has just done is what they look for.
      staleTime: 0,
      queryKey: [...scopeOf(client), 'audit', limit],
      initialPageParam: null as string | null,
      queryFn: ({ pageParam, signal }) =>
        fetchAuditPage(client, { limit, ...(pageParam !== null && { cursor: pageParam }) }, { signal }),
      getNextPageParam: (page) => page.nextCursor,
    }),
};

/** Who did what, newest first, page by page (`fetchNextPage`). Needs the permission `manage`. */
export function useAuditLog(request: AuditRequest = {}) {
  const { client, queryClient } = useSalesChannels('useAuditLog');
  return useInfiniteQuery(auditQueries.list(client, request), queryClient);
}
