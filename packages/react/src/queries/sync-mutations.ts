import type { Run } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { useMutation } from '@tanstack/react-query';
import type { SalesChannelsContextValue } from '../provider/sales-channels-context.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries, showRun } from './channels.ts';
import { mutationDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

type Kit = Pick<SalesChannelsContextValue, 'client' | 'queryClient' | 'emit'>;

function showRequested({ client, queryClient, emit }: Kit, run: Run): void {
  showRun(queryClient, client, run);
  emit('onEvent', { name: 'sync_requested', channelId: run.channelId, runId: run.id });
}

/** Asks for a sync now. That one is on already is no failure: the channel shows it. */
export function useSyncChannel() {
  const kit = useSalesChannels('useSyncChannel');
  const { client, queryClient } = kit;
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'syncChannel'],
      mutationFn: async (channelId: string) => {
        try {
          return await client.syncChannel({ params: { channelId } });
        } catch (error) {
          if (error instanceof ApiProblem && error.code === 'sync_in_progress') return null;
          throw error;
        }
      },
      onSuccess: (run) => {
        if (run !== null) showRequested(kit, run);
      },
      onSettled: () => void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) }),
    },
    queryClient,
  );
}

/** Asks every active accounting channel to sync now. The answer says for each what came of it; one that cannot stops no other. */
export function useSyncAllChannels() {
  const kit = useSalesChannels('useSyncAllChannels');
  const { client, queryClient } = kit;
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'syncAllChannels'],
      mutationFn: () => client.syncAllChannels(),
      onSuccess: ({ items }) => {
        for (const { run } of items) if (run !== null) showRequested(kit, run);
      },
      onSettled: () => void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) }),
    },
    queryClient,
  );
}
