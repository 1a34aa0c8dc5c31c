import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import type { UpgradeRequest } from '../provider/events.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface UpgradeButtonProps extends UpgradeRequest {
  size?: 'small' | 'medium';
  /** For assistive technology, where a page has several: what it is about. */
  of?: string;
}

/** The way to a larger plan; nothing where the host has none. */
export function UpgradeButton({ requiredPlan, reason, size = 'medium', of }: UpgradeButtonProps) {
  const { common } = useMessages();
  const { canUpgrade, emit } = useSalesChannels('UpgradeButton');
  if (!canUpgrade) return null;
  return (
    <Button size={size} onClick={() => emit('onUpgrade', { requiredPlan, reason })}>
      {common.upgrade(requiredPlan)}
      {of !== undefined && <VisuallyHidden>{of}</VisuallyHidden>}
    </Button>
  );
}
