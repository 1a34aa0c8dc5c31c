import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { UpgradeButton } from '../sales-channels/upgrade-button.tsx';
import type { ConnectionLimit } from './connection-limit.ts';

/** What the plan says to one more connection. */
export function LimitNoteView({ connections, plan }: ConnectionLimit) {
  const { connections: words } = useMessages();
  const { format } = useSalesChannels('LimitNoteView');
  return (
    <div className="sc-connection-limit">
      <p>
        {words.limit(connections, format.number(connections))} {plan !== undefined && words.limitPlan(plan)}
      </p>
      <UpgradeButton size="small" requiredPlan={plan} reason="connection_limit_reached" />
    </div>
  );
}
