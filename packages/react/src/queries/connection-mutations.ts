import { useMutation } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelsQueries } from './channels.ts';
import { connectionsQueries } from './connections.ts';
import { mutationDefaults } from './query-defaults.ts';
import { scopeOf } from './scope.ts';

/** Ends a connection that was signed in to here; call it with the connection's id. Its channel and all sales stay. */
export function useDisconnect() {
  const { client, queryClient, emit } = useSalesChannels('useDisconnect');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'disconnectConnection'],
      mutationFn: (connectionId: string) => client.disconnectConnection({ params: { connectionId } }),
      onSuccess: (connection) => {
        queryClient.setQueryData(
          connectionsQueries.list(client).queryKey,
          (list) =>
            list && { items: list.items.map((item) => (item.id === connection.id ? connection : item)) },
        );
        emit('onEvent', { name: 'connection_disconnected', connectionId: connection.id });
      },
      onSettled: () => {
        void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
        void queryClient.invalidateQueries({ queryKey: channelsQueries.all(client) });
      },
    },
    queryClient,
  );
}
