import type { CreateChannel } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';
import type { QueryClient } from '@tanstack/react-query';
import { useMutation } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries, showChannel, showRun } from './channels.ts';
import { connectionsQueries } from './connections.ts';
import { mutationDefaults } from './query-defaults.ts';
import { salesQueries } from './sales.ts';
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
      onSettled: () => refreshChannels(queryClient, client),
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
      onSuccess: (channel) => showChannel(queryClient, client, channel),
      onSettled: () => {
        refreshChannels(queryClient, client);
        // Sales that are now before the date are out of range.
        void queryClient.invalidateQueries({ queryKey: salesQueries.all(client) });
      },
    },
    queryClient,
  );
}

/** Makes an inactive channel sync again; call it with the channel's id. */
export function useActivateChannel() {
  const { client, queryClient } = useSalesChannels('useActivateChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'activateChannel'],
      mutationFn: (channelId: string) => client.activateChannel({ params: { channelId } }),
      onSuccess: (channel) => showChannel(queryClient, client, channel),
      onSettled: () => refreshChannels(queryClient, client),
    },
    queryClient,
  );
}

/** Stops all syncing of a channel; call it with the channel's id. Its sales stay. */
export function useDeactivateChannel() {
  const { client, queryClient } = useSalesChannels('useDeactivateChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'deactivateChannel'],
      mutationFn: (channelId: string) => client.deactivateChannel({ params: { channelId } }),
      onSuccess: (channel) => showChannel(queryClient, client, channel),
      onSettled: () => refreshChannels(queryClient, client),
    },
    queryClient,
  );
}

/** Removes a channel that has no sales; call it with the channel's id. One that has some is refused as `channel_has_sales`. */
export function useRemoveChannel() {
  const { client, queryClient } = useSalesChannels('useRemoveChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'removeChannel'],
      mutationFn: (channelId: string) => client.removeChannel({ params: { channelId } }),
      onSuccess: ({ id }) =>
        queryClient.setQueryData(
          channelsQueries.list(client).queryKey,
          (list) => list && { items: list.items.filter((channel) => channel.id !== id) },
        ),
      onSettled: () => refreshChannels(queryClient, client),
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

/** Asks every active accounting channel to sync now. The answer says for each what came of it; one that cannot stops no other. */
export function useSyncAllChannels() {
  const { client, queryClient } = useSalesChannels('useSyncAllChannels');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'syncAllChannels'],
      mutationFn: () => client.syncAllChannels(),
      onSuccess: ({ items }) => {
        for (const { run } of items) if (run !== null) showRun(queryClient, client, run);
      },
      onSettled: () => void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) }),
    },
    queryClient,
  );
}

/** Nobody waits for these: the answer is known, and what is asked again may hang. */
function refreshChannels(queryClient: QueryClient, client: SalesChannelsClient): void {
  void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
  void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
}
