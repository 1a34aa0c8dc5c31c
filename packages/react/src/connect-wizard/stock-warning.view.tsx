import { useMessages } from '../messages/use-messages.ts';
import { Icon } from '../primitives/icon.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface StockWarningViewProps {
  /** The initial sync date, `YYYY-MM-DD`. */
  date: string;
  /** The day from which on the host tracks stock; null where it does not say. */
  trackedSince: string | null;
}

/** Says of a date before that day that stock would be deducted twice. It forbids nothing. */
export function StockWarningView({ date, trackedSince }: StockWarningViewProps) {
  const { connectWizard: words } = useMessages();
  const { format } = useSalesChannels('StockWarningView');
  if (trackedSince === null || date >= trackedSince) return null;
  return (
    <span className="sc-wizard-preview" data-tone="warning">
      <Icon name="warning" />
      <span>{words.deductedTwice(format.date(trackedSince))}</span>
    </span>
  );
}
