import type { Channel, Run } from '@sales-channels/contract';
import type { CallOptions, SalesChannelsClient } from '@sales-channels/contract/client';
import type { QueryClient } from '@tanstack/react-query';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { queryDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

export interface ChannelList {
  items: Channel[];
}

export const fetchChannels = (client: SalesChannelsClient, options?: CallOptions): Promise<ChannelList> =>
  client.listChannels(undefined, options);

export const fetchChannel = (
  client: SalesChannelsClient,
  channelId: string,
  options?: CallOptions,
): Promise<Channel> => client.getChannel({ params: { channelId } }, options);

export const channelsQueries = {
  all: (client: SalesChannelsClient) => [...scopeOf(client), 'channels'] as const,
  list: (client: SalesChannelsClient) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...channelsQueries.all(client), 'list'],
      queryFn: ({ signal }) => fetchChannels(client, { signal }),
    }),
  one: (client: SalesChannelsClient, channelId: string) =>
    queryOptions({
      ...queryDefaults,
      queryKey: [...channelsQueries.all(client), 'one', channelId],
      queryFn: ({ signal }) => fetchChannel(client, channelId, { signal }),
    }),
};

/** The business' channels, kept fresh while the component is mounted: every second during a sync, every 10 s otherwise. */
export function useChannels({ enabled = true }: { enabled?: boolean } = {}) {
  const { client, queryClient, watchChannels } = useSalesChannels('useChannels');
  useEffect(() => (enabled ? watchChannels() : undefined), [enabled, watchChannels]);
  return useQuery({ ...channelsQueries.list(client), enabled }, queryClient);
}

/** One channel of the kept-fresh list; undefined until the list is there. */
export function useChannel(channelId: string | null): Channel | undefined {
  const { data } = useChannels({ enabled: channelId !== null });
  return data?.items.find((channel) => channel.id === channelId);
}

/** Shows a channel's new state in every list on the page, before the next poll does. */
export function showChannel(queryClient: QueryClient, client: SalesChannelsClient, channel: Channel): void {
  queryClient.setQueryData(
    channelsQueries.list(client).queryKey,
    (list) => list && { items: list.items.map((item) => (item.id === channel.id ? channel : item)) },
  );
}

/** Shows a run on its channel before the next poll does. */
export function showRun(queryClient: QueryClient, client: SalesChannelsClient, run: Run): void {
  queryClient.setQueryData(
    channelsQueries.list(client).queryKey,
    (list) =>
      list && {
        items: list.items.map((channel) =>
          channel.id === run.channelId
            ? { ...channel, status: 'syncing' as const, currentRun: run }
            : channel,
        ),
      },
  );
}
