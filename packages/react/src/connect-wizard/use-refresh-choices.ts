import type { Connection } from '@sales-channels/contract';
import { useCallback } from 'react';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from '../queries/channels.ts';
import { connectionsQueries } from '../queries/connections.ts';
import { contextQueries } from '../queries/context.ts';

/** Asks again for everything the choices follow from: connections, channels, plan. Answers with the connections there are now. */
export function useRefreshChoices(): () => Promise<readonly Connection[]> {
  const { client, queryClient } = useSalesChannels('useRefreshChoices');
  return useCallback(async () => {
    const [{ items }] = await Promise.all([
      queryClient.fetchQuery({ ...connectionsQueries.list(client), staleTime: 0 }),
      queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) }),
      queryClient.invalidateQueries({ queryKey: contextQueries.get(client).queryKey }),
    ]);
    return items;
  }, [client, queryClient]);
}
