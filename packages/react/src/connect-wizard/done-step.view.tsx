import type { Channel } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
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
  const hasErrors = lastRun.state === 'completed_with_errors';
  return (
    <Notice
      tone={hasErrors ? 'warning' : 'success'}
      title={hasErrors ? words.syncedWithErrorsText : words.syncedText}
    >
      <SyncResult run={lastRun} />
    </Notice>
  );
}
