import { useAuditLog } from '../queries/audit.ts';
import { ActivityDialogView } from './activity-dialog.view.tsx';

export interface ActivityDialogProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** Who did what. */
export function ActivityDialog(props: ActivityDialogProps) {
  return props.open ? <OpenActivityDialog {...props} /> : null;
}

function OpenActivityDialog(props: ActivityDialogProps) {
  const log = useAuditLog();
  return (
    <ActivityDialogView
      {...props}
      entries={log.data?.pages.flatMap(({ items }) => items) ?? null}
      error={log.error}
      hasMore={log.hasNextPage}
      isLoadingMore={log.isFetchingNextPage}
      onMore={() => void log.fetchNextPage()}
      onRetry={() => void log.refetch()}
    />
  );
}
