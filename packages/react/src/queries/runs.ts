import type { EndpointOutput, Run } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { infiniteQueryOptions, queryOptions, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from './channels.ts';
import { queryDefaults } from './query-defaults.ts';

export interface RunsRequest {
  channelId: string;
  cursor?: string;
  /** At most 100. */
  limit?: number;
}

export const fetchRuns = (
  client: SalesChannelsClient,
  { channelId, ...query }: RunsRequest,
  options?: CallOptions,
): Promise<EndpointOutput<'listRuns'>> => client.listRuns({ params: { channelId }, query }, options);

export const fetchRun = (client: SalesChannelsClient, runId: string, options?: CallOptions): Promise<Run> =>
  client.getRun({ params: { runId } }, options);

const HISTORY_PAGE = 10;

export const runsQueries = {
  list: (client: SalesChannelsClient, request: RunsRequest) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...channelsQueries.all(client), 'runs', request],
      queryFn: ({ signal }) => fetchRuns(client, request, { signal }),
    }),
  history: (client: SalesChannelsClient, channelId: string) =>
    infiniteQueryOptions({
      ...queryDefaults,
      queryKey: [...channelsQueries.all(client), 'history', channelId],
      initialPageParam: null as string | null,
      queryFn: ({ pageParam, signal }) =>
        fetchRuns(
          client,
          { channelId, limit: HISTORY_PAGE, ...(pageParam !== null && { cursor: pageParam }) },
          { signal },
        ),
      getNextPageParam: (page) => page.nextCursor,
    }),
  one: (client: SalesChannelsClient, runId: string) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...channelsQueries.all(client), 'run', runId],
      queryFn: ({ signal }) => fetchRun(client, runId, { signal }),
    }),
};

/** The syncs of a channel, newest first. */
export function useRuns(request: RunsRequest) {
  const { client, queryClient } = useSalesChannels('useRuns');
  return useQuery(runsQueries.list(client, request), queryClient);
}

/** The syncs of a channel, newest first, page by page (`fetchNextPage`). */
export function useRunHistory(channelId: string) {
  const { client, queryClient } = useSalesChannels('useRunHistory');
  return useInfiniteQuery(runsQueries.history(client, channelId), queryClient);
}

/** One sync, as it was when last asked for. */
export function useRun(runId: string) {
  const { client, queryClient } = useSalesChannels('useRun');
  return useQuery(runsQueries.one(client, runId), queryClient);
}
