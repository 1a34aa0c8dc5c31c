import type { CreateChannel } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { useMutation } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries, showRun } from './channels.ts';
import { connectionsQueries } from './connections.ts';
import { mutationDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

export interface CreateChannelVariables {
  body: CreateChannel;
  /** One for what the user means to make, kept for every retry of it: a double click then makes one channel. */
  idempotencyKey: string;
}

/** Makes a channel, and tells the host (`onConnected`). A refusal too asks for channels and connections again. */
export function useCreateChannel() {
  const { client, queryClient, emit } = useSalesChannels('useCreateChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'createChannel'],
      mutationFn: ({ body, idempotencyKey }: CreateChannelVariables) =>
        client.createChannel({ body }, { idempotencyKey }),
      onSuccess: (channel) => emit('onConnected', channel),
      // Nobody waits for these: the answer is known, and what is asked again may hang.
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
        void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
      },
    },
    queryClient,
  );
}

/** Moves a channel's initial sync date. */
export function useUpdateChannel() {
  const { client, queryClient } = useSalesChannels('useUpdateChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'updateChannel'],
      mutationFn: ({ channelId, initialSyncDate }: { channelId: string; initialSyncDate: string }) =>
        client.updateChannel({ params: { channelId }, body: { initialSyncDate } }),
      onSettled: () => void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) }),
    },
    queryClient,
  );
}

/** Asks for a sync now. That one is on already is no failure: the channel shows it. */
export function useSyncChannel() {
  const { client, queryClient } = useSalesChannels('useSyncChannel');
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
        if (run !== null) showRun(queryClient, client, run);
      },
      onSettled: () => void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) }),
    },
    queryClient,
  );
}
