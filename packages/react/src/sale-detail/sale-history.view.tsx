import type { SaleRevision } from '@sales-channels/contract';
import { useId, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { RevisionView } from './revision.view.tsx';

export interface SaleHistoryViewProps {
  currency: string;
  /** Newest first; undefined while they are on their way. */
  revisions: readonly SaleRevision[] | undefined;
  hasFailed: boolean;
  onRetry: () => void;
}

const FIRST = 5;

export function SaleHistoryView({ currency, revisions, hasFailed, onRetry }: SaleHistoryViewProps) {
  const { saleDetail: words, common } = useMessages();
  const { format } = useSalesChannels('SaleHistoryView');
  const titleId = useId();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? revisions : revisions?.slice(0, FIRST);
  return (
    <section aria-labelledby={titleId} aria-busy={revisions === undefined && !hasFailed}>
      <h3 id={titleId} className="sc-sale-subtitle">
        {words.history}
      </h3>
      {revisions === undefined && !hasFailed && <Skeleton width={32} />}
      {revisions === undefined && hasFailed && (
        <p role="alert">
          {words.historyFailed}{' '}
          <Button size="small" variant="quiet" onClick={onRetry}>
            {common.retry}
          </Button>
        </p>
      )}
      {revisions?.length === 0 && <p className="sc-missing">{words.historyEmpty}</p>}
      {shown !== undefined && shown.length > 0 && (
        <ol className="sc-history" aria-labelledby={titleId}>
          {shown.map((revision) => (
            <RevisionView key={revision.number} revision={revision} currency={currency} />
          ))}
        </ol>
      )}
      {revisions !== undefined && shown !== undefined && shown.length < revisions.length && (
        <Button size="small" variant="quiet" onClick={() => setWhole(true)}>
          {words.showAll(format.number(revisions.length))}
        </Button>
      )}
    </section>
  );
}
