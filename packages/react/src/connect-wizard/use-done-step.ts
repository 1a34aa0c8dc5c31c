import type { Channel, Context } from '@sales-channels/contract';
import { useSyncChannel } from '../queries/sync-mutations.ts';
import { useChannel } from '../queries/channels.ts';

/** The channel that was made, kept fresh, and its first sync. */
export function useDoneStep(made: Channel | null, context: Context) {
  const channel = useChannel(made?.id ?? null) ?? made;
  const { mutate, isPending, error } = useSyncChannel();
  const needsSync =
    channel !== null &&
    channel.currentRun === null &&
    (channel.lastRun === null || channel.lastRun.state === 'failed');

  return {
    screen: channel && ({ id: 'done', channel, syncError: error } as const),
    buttons: {
      step: 'done',
      canSync: needsSync && context.permissions.includes('sync'),
      isSyncStarting: isPending,
      onSync: () => channel && mutate(channel.id),
    },
  } as const;
}
