import type { Run } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Notice } from '../primitives/notice.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { RunEntryView } from './run-entry.view.tsx';

export interface SyncHistoryViewProps {
  titleId: string;
  channelName: string;
  /** Newest first; null until they are known. */
  runs: readonly Run[] | null;
  /** The run whose documents that could not be imported are shown at once. */
  openErrorsOf: string | null;
  /** Why they, or more of them, are not known. */
  error: unknown;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  onRetry: () => void;
}

export function SyncHistoryView(props: SyncHistoryViewProps) {
  const messages = useMessages();
  const { channelDetails: words, common } = messages;
  const { runs } = props;
  return (
    <>
      {runs === null && props.error === null && <HistorySkeleton />}
      {runs !== null && runs.length === 0 && <p className="sc-details-note">{words.historyEmpty}</p>}
      {runs !== null && runs.length > 0 && (
        <ul className="sc-runs" aria-labelledby={props.titleId}>
          {runs.map((run) => (
            <RunEntryView
              key={run.id}
              run={run}
              channelName={props.channelName}
              opensErrors={run.id === props.openErrorsOf}
            />
          ))}
        </ul>
      )}
      {props.error !== null && (
        <Notice
          tone="danger"
          role="alert"
          title={words.historyFailed}
          action={
            <Button size="small" onClick={props.onRetry}>
              {common.retry}
            </Button>
          }
        >
          {describeProblem(messages, props.error)}
        </Notice>
      )}
      {props.hasMore && props.error === null && (
        <Button size="small" isPending={props.isLoadingMore} onClick={props.onMore}>
          {words.more}
        </Button>
      )}
    </>
  );
}

function HistorySkeleton() {
  const { loading } = useMessages().common;
  return (
    <div className="sc-runs" aria-busy="true">
      <output className="sc-visually-hidden">{loading}</output>
      {[26, 24, 25].map((width) => (
        <p key={width} className="sc-run">
          <span>
            <Skeleton width={width} />
          </span>
          <span>
            <Skeleton width={width + 6} />
          </span>
          <span>
            <Skeleton width={width + 16} />
          </span>
        </p>
      ))}
    </div>
  );
}
