import type { SalesTotals } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface SalesTotalsViewProps {
  totals: SalesTotals | undefined;
  hasFailed: boolean;
}

/** `USD 84,210.55 · EUR 3,110.00 · 1,238 sales, 2 voided` */
export function SalesTotalsView({ totals, hasFailed }: SalesTotalsViewProps) {
  const { sales: words } = useMessages();
  const { format } = useSalesChannels('SalesTotalsView');
  if (hasFailed) return <p className="sc-totals">{words.totalsFailed}</p>;
  if (totals === undefined) {
    return (
      <p className="sc-totals">
        <Skeleton width={28} />
      </p>
    );
  }
  const counts = [
    words.saleCount(totals.count, format.number(totals.count)),
    ...(totals.voided > 0 ? [words.voidedCount(format.number(totals.voided))] : []),
    ...(totals.outOfRange > 0 ? [words.outOfRangeCount(format.number(totals.outOfRange))] : []),
  ];
  return (
    <ul className="sc-totals" aria-label={words.totalsLabel}>
      {totals.totals.map(({ currency, total }) => (
        <li key={currency} className="sc-total">
          {format.money(total, currency)}
        </li>
      ))}
      <li>
        <output>{counts.join(', ')}</output>
      </li>
    </ul>
  );
}
