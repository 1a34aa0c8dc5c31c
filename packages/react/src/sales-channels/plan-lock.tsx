import { useMessages } from '../messages/use-messages.ts';
import { EmptyState } from '../primitives/empty-state.tsx';
import { UpgradeButton } from './upgrade-button.tsx';

/** Names the plan sales tracking needs, and leads to it. */
export function PlanLock({ plan }: { plan: string | undefined }) {
  const { tracking } = useMessages();
  return (
    <div className="sc-card">
      <EmptyState
        icon="locked"
        title={tracking.lockedTitle}
        action={<UpgradeButton requiredPlan={plan} reason="plan_required" />}
      >
        {tracking.lockedText(plan)}
      </EmptyState>
    </div>
  );
}
