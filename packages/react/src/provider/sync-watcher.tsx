import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { channelsQueries } from '../queries/channels.ts';
import type { ChannelList } from '../queries/channels.ts';
import { connectionsQueries } from '../queries/connections.ts';
import { salesQueries } from '../queries/sales.ts';
import { compareChannels } from './compare-channels.ts';
import { useSalesChannels } from './sales-channels-context.ts';

const WHILE_SYNCING_MS = 1_000;
const OTHERWISE_MS = 10_000;

/** Asking again changes nothing; something else has to happen first. */
const isRefusal = ({ status }: ApiProblem) => status === 403 || status === 404;

/**
 * The one place that polls channels, however many widgets show them: fast while a run is on, slowly otherwise, not at all
 * while nothing shows them or the page is hidden. What it sees end refreshes the sales and is told to the host, once.
 */
export function SyncWatcher({ isWatching }: { isWatching: boolean }) {
  const { client, queryClient, emit } = useSalesChannels('SyncWatcher');
  const { data } = useQuery(
    {
      ...channelsQueries.list(client),
      enabled: isWatching,
      refetchInterval: ({ state }) => {
        if (state.error instanceof ApiProblem && isRefusal(state.error)) return false;
        return state.data?.items.some((channel) => channel.currentRun !== null)
          ? WHILE_SYNCING_MS
          : OTHERWISE_MS;
      },
    },
    queryClient,
  );
  // Kept for each client, so that coming back to a business tells nothing of it twice.
  const [seen] = useState(() => new WeakMap<SalesChannelsClient, ChannelList>());

  useEffect(() => {
    const previous = seen.get(client) ?? null;
    if (data === undefined || previous === data) return;
    seen.set(client, data);
    const { finished, needReconnect } = compareChannels(previous, data);
    if (finished.length > 0) {
      void queryClient.invalidateQueries({ queryKey: salesQueries.all(client) });
      for (const { run, channel } of finished) {
        emit('onSyncFinished', run, channel);
        emit('onEvent', {
          name: 'sync_finished',
          channelId: channel.id,
          runId: run.id,
          state: run.state,
        });
      }
    }
    if (needReconnect.length > 0) {
      void queryClient.invalidateQueries({ queryKey: connectionsQueries.all(client) });
      for (const channel of needReconnect) emit('onReconnectRequired', channel);
    }
  }, [data, seen, client, queryClient, emit]);

  return null;
}
