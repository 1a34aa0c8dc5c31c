import type { SalesChannelsClient } from '@sales-channels/contract/client';
import type { QueryClient } from '@tanstack/react-query';
import { channelsQueries } from './channels.ts';
import { connectionsQueries } from './connections.ts';

/** Nobody waits for these: the answer is known, and what is asked again may hang. */
export function refreshChannels(queryClient: QueryClient, client: SalesChannelsClient): void {
  void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
  void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
}
