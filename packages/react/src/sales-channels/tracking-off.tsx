import type { Context } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { Notice } from '../primitives/notice.tsx';
import { useSetSalesTracking } from '../queries/context.ts';

export interface TrackingOffProps {
  context: Context;
  /** Told of the click; the part is gone once sales tracking is on. */
  onEnable: () => void;
}

/** The way to turn sales tracking on, or why it cannot be. */
export function TrackingOff({ context, onEnable }: TrackingOffProps) {
  const messages = useMessages();
  const { tracking } = messages;
  const setTracking = useSetSalesTracking();
  const { prerequisite } = context.salesTracking;

  if (!context.permissions.includes('manage')) {
    return (
      <div className="sc-card">
        <EmptyState icon="inactive" title={tracking.enableTitle}>
          {tracking.offForReader}
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="sc-card">
      <EmptyState
        icon="accounting"
        title={tracking.enableTitle}
        action={
          <Button
            variant="primary"
            isPending={setTracking.isPending}
            disabled={prerequisite !== null}
            onClick={() => {
              onEnable();
              setTracking.mutate(true);
            }}
          >
            {setTracking.isPending ? tracking.enabling : tracking.enable}
          </Button>
        }
      >
        {tracking.enableText}
      </EmptyState>
      {prerequisite !== null && <Notice tone="info">{tracking.prerequisite(prerequisite)}</Notice>}
      {setTracking.isError && (
        <Notice tone="danger" role="alert">
          {describeProblem(messages, setTracking.error)}
        </Notice>
      )}
    </div>
  );
}
