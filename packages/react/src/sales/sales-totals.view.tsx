import type { SalesTotals } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';

export interface SalesTotalsViewProps {
  totals: SalesTotals | undefined;
  /** They answer an earlier question; the answer to the present one is on its way. */
  isStale: boolean;
  hasFailed: boolean;
  /** None where another way to try again stands beside it. */
  onRetry: (() => void) | undefined;
}

/** `USD 84,210.55 · EUR 3,110.00 · 1,238 sales, 2 voided` */
export function SalesTotalsView({ totals, isStale, hasFailed, onRetry }: SalesTotalsViewProps) {
  const { sales: words, common } = useMessages();
  const { format } = useSalesChannels('SalesTotalsView');
  if (hasFailed) {
    return (
      <div className="sc-totals">
        <p>{words.totalsFailed}</p>
        {onRetry !== undefined && (
          <Button size="small" variant="quiet" onClick={onRetry}>
            {common.retry}
          </Button>
        )}
      </div>
    );
  }
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
    <ul
      className="sc-totals"
      aria-label={words.totalsLabel}
      aria-busy={isStale}
      data-stale={isStale || undefined}
    >
      {totals.totals.map(({ currency, total }) => (
        <li key={currency} className="sc-total">
          <bdi>{format.money(total, currency)}</bdi>
        </li>
      ))}
      <li>
        <output>{counts.join(', ')}</output>
      </li>
    </ul>
  );
}
