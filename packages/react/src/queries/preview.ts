import type { Preview } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { connectionsQueries } from './connections.ts';
import { queryDefaults } from './query-defaults.ts';

export interface PreviewRequest {
  connectionId: string;
  /** The initial sync date to try, `YYYY-MM-DD`. */
  from: string;
}

const fetchPreview = (
  client: SalesChannelsClient,
  { connectionId, from }: PreviewRequest,
  options?: CallOptions,
): Promise<Preview> => client.previewImport({ params: { connectionId }, query: { from } }, options);

const previewQuery = (client: SalesChannelsClient, request: PreviewRequest) =>
  queryOptions({
    ...queryDefaults,
    queryKey: [...connectionsQueries.all(client), 'preview', request],
    queryFn: ({ signal }) => fetchPreview(client, request, { signal }),
    // Each one is a metered call at the provider.
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });

/** How many documents a first sync from a date would bring. Asks nothing while `request` is null. */
export function usePreview(request: PreviewRequest | null) {
  const { client, queryClient } = useSalesChannels('usePreview');
  return useQuery(
    {
      ...previewQuery(client, request ?? { connectionId: '', from: '' }),
      enabled: request !== null,
    },
    queryClient,
  );
}
