import type { Channel, Run } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import type { Messages } from '../messages/messages.ts';
import { useMessages } from '../messages/use-messages.ts';
import type { Tone } from '../primitives/badge.tsx';
import { Notice } from '../primitives/notice.tsx';
import { SyncAnnouncer } from '../sync-progress/sync-announcer.tsx';
import { SyncProgress } from '../sync-progress/sync-progress.tsx';
import { SyncResult } from '../sync-progress/sync-result.tsx';

export interface DoneStepViewProps {
  channel: Channel;
  /** Why the sync could not be asked for. */
  syncError: unknown;
}

export function DoneStepView({ channel, syncError }: DoneStepViewProps) {
  const messages = useMessages();
  return (
    <div className="sc-wizard-done">
      <SyncState channel={channel} />
      {syncError !== null && (
        <Notice tone="danger" role="alert">
          {describeProblem(messages, syncError)}
        </Notice>
      )}
      <SyncAnnouncer lastRun={channel.lastRun} channelName={channel.name} />
    </div>
  );
}

function endOf({ state }: Run, words: Messages['connectWizard']): [Tone, string] {
  if (state === 'succeeded') return ['success', words.syncedText];
  return state === 'completed_with_errors'
    ? ['warning', words.syncedWithErrorsText]
    : ['neutral', words.endedText];
}

function SyncState({ channel }: { channel: Channel }) {
  const messages = useMessages();
  const { connectWizard: words } = messages;
  const { currentRun, lastRun } = channel;
  if (currentRun !== null) {
    return (
      <>
        <p>{words.syncingText}</p>
        <SyncProgress run={currentRun} channelName={channel.name} />
      </>
    );
  }
  if (lastRun === null) return <p>{words.notSyncedText}</p>;
  if (lastRun.state === 'failed') {
    return (
      <Notice tone="danger" title={words.failedText}>
        {describeProblem(messages, lastRun.problem)}
      </Notice>
    );
  }
  const [tone, title] = endOf(lastRun, words);
  return (
    <Notice tone={tone} title={title}>
      <SyncResult run={lastRun} />
    </Notice>
  );
}
