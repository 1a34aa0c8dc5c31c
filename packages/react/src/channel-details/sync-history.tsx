import type { Channel } from '@sales-channels/contract';
import { useEffect, useRef } from 'react';
import { useRunHistory } from '../queries/runs.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { SyncHistoryView } from './sync-history.view.tsx';

export interface SyncHistoryProps {
  titleId: string;
  channel: Channel;
  /** Shows at once what the last sync could not import. */
  opensErrors: boolean;
}

/** The syncs of a channel; the one under way moves as in the channel's row. */
export function SyncHistory({ titleId, channel, opensErrors }: SyncHistoryProps) {
  const history = useRunHistory(channel.id);
  const { currentRun, lastRun } = channel;
  useOnChange(`${currentRun?.id} ${lastRun?.id}`, () => void history.refetch());

  const runs = history.data?.pages.flatMap(({ items }) => items);
  return (
    <SyncHistoryView
      titleId={titleId}
      channelName={channelTitle(channel)}
      runs={runs?.map((run) => (run.id === currentRun?.id ? currentRun : run)) ?? null}
      openErrorsOf={opensErrors ? (lastRun?.id ?? null) : null}
      error={history.error}
      hasMore={history.hasNextPage}
      isLoadingMore={history.isFetchingNextPage}
      onMore={() => void history.fetchNextPage()}
      onRetry={() => void (history.isFetchNextPageError ? history.fetchNextPage() : history.refetch())}
    />
  );
}

/** Calls whenever the value is another than it was, not when it first appears. */
function useOnChange(value: string, onChange: () => void): void {
  const shown = useRef(value);
  useEffect(() => {
    if (shown.current === value) return;
    shown.current = value;
    onChange();
  });
}
