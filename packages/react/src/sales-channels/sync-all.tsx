import type { Channel } from '@sales-channels/contract';
import { useId } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import type { useSyncAllChannels } from '../queries/sync-mutations.ts';
import { channelTitle } from './channel-title.ts';
import { TroubleView } from './trouble.view.tsx';

type SyncAllMutation = ReturnType<typeof useSyncAllChannels>;

/** Whether one button for all saves anything: with one active accounting channel its own does the same. */
export const canSyncAll = (channels: readonly Channel[]): boolean =>
  channels.filter(({ type, isActive }) => type === 'accounting' && isActive).length > 1;

export interface SyncAllButtonProps {
  mutation: SyncAllMutation;
  /** Without it the button says why it does nothing. */
  isAllowed: boolean;
}

export function SyncAllButton({ mutation, isAllowed }: SyncAllButtonProps) {
  const { channels: words } = useMessages();
  const reasonId = useId();
  return (
    <>
      <Button
        icon="sync"
        isPending={mutation.isPending}
        aria-disabled={!isAllowed}
        aria-describedby={isAllowed ? undefined : reasonId}
        title={isAllowed ? undefined : words.syncNeedsPermission}
        onClick={() => mutation.mutate()}
      >
        {words.syncAll}
      </Button>
      {!isAllowed && <VisuallyHidden id={reasonId}>{words.syncNeedsPermission}</VisuallyHidden>}
    </>
  );
}

/** What kept channels from syncing with the others. A sync that is on already is no trouble. */
export function SyncAllTroubles({
  mutation,
  channels,
}: {
  mutation: SyncAllMutation;
  channels: readonly Channel[];
}) {
  const messages = useMessages();
  if (mutation.isError) {
    return (
      <div role="alert">
        <TroubleView tone="danger" text={describeProblem(messages, mutation.error)} />
      </div>
    );
  }
  const refused = (mutation.data?.items ?? []).filter(
    ({ problem }) => problem !== null && problem.code !== 'sync_in_progress',
  );
  if (refused.length === 0) return null;
  const titleOf = (id: string) => {
    const channel = channels.find((item) => item.id === id);
    return channel === undefined ? id : channelTitle(channel);
  };
  return (
    <div role="alert" className="sc-sync-all-troubles">
      {refused.map(({ channelId, problem }) => (
        <TroubleView
          key={channelId}
          tone="warning"
          text={messages.channels.syncAllRefused(titleOf(channelId), describeProblem(messages, problem))}
        />
      ))}
    </div>
  );
}
