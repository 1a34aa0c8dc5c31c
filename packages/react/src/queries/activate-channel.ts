import { useMutation } from '@tanstack/react-query';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { showChannel } from './channels.ts';
import { mutationDefaults } from './query-defaults.ts';
import { refreshChannels } from './refresh-channels.ts';
import { scopeOf } from './scope.ts';

/** Makes an inactive channel sync again; call it with the channel's id. */
export function useActivateChannel() {
  const { client, queryClient, emit } = useSalesChannels('useActivateChannel');
  return useMutation(
    {
      ...mutationDefaults,
      mutationKey: [...scopeOf(client), 'activateChannel'],
      mutationFn: (channelId: string) => client.activateChannel({ params: { channelId } }),
      onSuccess: (channel) => {
        showChannel(queryClient, client, channel);
        emit('onEvent', { name: 'channel_activated', channelId: channel.id });
      },
      onSettled: () => refreshChannels(queryClient, client),
    },
    queryClient,
  );
}
