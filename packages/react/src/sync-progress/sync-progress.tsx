import type { Run } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { ProgressBar } from '../primitives/progress-bar.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useSecondsLeft } from './use-seconds-left.ts';

export interface SyncProgressProps {
  /** A run that is queued or running. */
  run: Run;
  channelName: string;
}

/** Phases without documents to count, at the end of a run. */
const UNCOUNTED = new Set<Run['phase']>(['comparing', 'verifying']);

/** How far a run is: `640 of 1,240 · about 6 sec left`. */
export function SyncProgress({ run, channelName }: SyncProgressProps) {
  const { sync } = useMessages();
  const { format } = useSalesChannels('SyncProgress');
  const secondsLeft = useSecondsLeft(run);
  const { done, total } = run.progress;

  const counted =
    total === null
      ? sync.doneSoFar(done, format.number(done))
      : sync.doneOf(format.number(done), format.number(total));
  const text = phaseText(run, sync) ?? counted;

  return (
    <div className="sc-sync">
      <ProgressBar
        label={sync.progressLabel(channelName)}
        value={done}
        max={run.state === 'queued' || run.phase === 'comparing' ? null : total}
        valueText={text}
      />
      <span className="sc-sync-text">
        {text}
        {secondsLeft !== null &&
          !UNCOUNTED.has(run.phase) &&
          ` · ${sync.timeLeft(format.duration(secondsLeft))}`}
      </span>
    </div>
  );
}

function phaseText(run: Run, sync: ReturnType<typeof useMessages>['sync']): string | null {
  if (run.state === 'queued' || run.phase === 'waiting') return sync.waiting;
  if (run.phase === 'comparing') return sync.comparing;
  if (run.phase === 'verifying') return sync.verifying;
  if (run.phase === 'changes' && run.progress.done === 0) return sync.changes;
  if (run.progress.total === null && run.progress.done === 0) return sync.counting;
  return null;
}
