import type { AuditEntry } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { Notice } from '../primitives/notice.tsx';
import { ActivityListSkeleton, ActivityListView } from './activity-list.view.tsx';

export interface ActivityDialogViewProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** Newest first; null until they are known. */
  entries: readonly AuditEntry[] | null;
  /** Why the last request failed. */
  error: Error | null;
  hasMore: boolean;
  isLoadingMore: boolean;
  onMore: () => void;
  onRetry: () => void;
}

export function ActivityDialogView(props: ActivityDialogViewProps) {
  const messages = useMessages();
  const { activity: words, common } = messages;
  const { entries, error } = props;
  const failure = (title: string, onRetry: () => void) => (
    <Notice
      tone="danger"
      role="alert"
      title={title}
      action={<Button onClick={onRetry}>{common.retry}</Button>}
    >
      {describeProblem(messages, error)}
    </Notice>
  );
  return (
    <Dialog open={props.open} onOpenChange={props.onOpenChange} title={words.title} description={words.text}>
      {entries === null && error === null && <ActivityListSkeleton />}
      {entries === null && error !== null && failure(words.failedTitle, props.onRetry)}
      {entries?.length === 0 && (
        <EmptyState icon="history" title={words.emptyTitle}>
          {words.emptyText}
        </EmptyState>
      )}
      {entries !== null && entries.length > 0 && <ActivityListView entries={entries} />}
      {entries !== null && error !== null && failure(words.moreFailed, props.onMore)}
      {props.hasMore && error === null && (
        <Button isPending={props.isLoadingMore} onClick={props.onMore}>
          {words.more}
        </Button>
      )}
    </Dialog>
  );
}
