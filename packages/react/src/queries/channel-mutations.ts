import type { CreateChannel } from '@sales-channels/contract';
import { useMutation } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries, showChannel } from './channels.ts';
import { mutationDefaults } from './query-defaults.ts';
import { refreshChannels } from './refresh-channels.ts';
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
      onSuccess: (channel) => {
        emit('onConnected', channel);
        emit('onEvent', { name: 'channel_created', channelId: channel.id });
      },
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

/** Stops all syncing of a channel; call it with the channel's id. Its sales stay. */
export function useDeactivateChannel() {
  const { client, queryClient, emit } = useSalesChannels('useDeactivateChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'deactivateChannel'],
      mutationFn: (channelId: string) => client.deactivateChannel({ params: { channelId } }),
      onSuccess: (channel) => {
        showChannel(queryClient, client, channel);
        emit('onEvent', { name: 'channel_deactivated', channelId: channel.id });
      },
      onSettled: () => refreshChannels(queryClient, client),
    },
    queryClient,
  );
}

/** Removes a channel that has no sales; call it with the channel's id. One that has some is refused as `channel_has_sales`. */
export function useRemoveChannel() {
  const { client, queryClient, emit } = useSalesChannels('useRemoveChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'removeChannel'],
      mutationFn: (channelId: string) => client.removeChannel({ params: { channelId } }),
      onSuccess: ({ id }) => {
        queryClient.setQueryData(
          channelsQueries.list(client).queryKey,
          (list) => list && { items: list.items.filter((channel) => channel.id !== id) },
        );
        emit('onEvent', { name: 'channel_removed', channelId: id });
      },
      onSettled: () => refreshChannels(queryClient, client),
    },
    queryClient,
  );
}
