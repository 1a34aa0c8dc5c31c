import { ApiProblem } from '@sales-channels/contract/client';
import { useState } from 'react';
import { saleEntryOf } from '../manual-sale/sale-entry.ts';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { EmptyState } from '../primitives/empty-state.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useContextQuery } from '../queries/context.ts';
import { useSale, useSaleHints, useSaleRevisions } from '../queries/sales.ts';
import { EditSale } from './edit-sale.tsx';
import { hintsQueryOf } from './hints-query-of.ts';
import { SaleActionsView } from './sale-actions.view.tsx';
import { SaleDetailView, SaleHeadView } from './sale-detail.view.tsx';
import { SaleHistoryView } from './sale-history.view.tsx';
import { saleTitle } from './sale-title.ts';
import { VoidSale } from './void-sale.tsx';

export interface SaleDetailProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  saleId: string | null;
}

/** Everything there is to know of one sale, and what may be done with it. */
export function SaleDetail({ open, onOpenChange, saleId }: SaleDetailProps) {
  if (!open || saleId === null) return null;
  return <OpenSale key={saleId} saleId={saleId} onClose={() => onOpenChange(false)} />;
}

interface OpenSaleProps {
  saleId: string;
  onClose: () => void;
}

function OpenSale({ saleId, onClose }: OpenSaleProps) {
  const messages = useMessages();
  const { saleDetail: words } = messages;
  const sale = useSale(saleId);
  const revisions = useSaleRevisions(saleId);
  const hints = useSaleHints(sale.data === undefined ? null : hintsQueryOf(sale.data));
  const context = useContextQuery().data;
  const [question, setQuestion] = useState<'edit' | 'void' | null>(null);
  const [announcement, setAnnouncement] = useState('');

  const finish = (news: string) => {
    setQuestion(null);
    setAnnouncement(news);
  };
  const canChange = sale.data?.source === 'manual' && sale.data.state === 'active';
  // One dialog from loading to loaded: another would not know where the focus came from.
  return (
    <Dialog
      open
      onOpenChange={onClose}
      size="large"
      title={sale.data === undefined ? words.dialogTitle : saleTitle(sale.data, messages)}
      header={sale.data && <SaleHeadView sale={sale.data} />}
      footer={
        sale.data && (
          <SaleActionsView
            sale={sale.data}
            entry={canChange && context !== undefined ? saleEntryOf(context) : null}
            onEdit={() => setQuestion('edit')}
            onVoid={() => setQuestion('void')}
          />
        )
      }
    >
      {sale.isPending && <SaleSkeleton />}
      {sale.data === undefined && sale.isError && (
        <SaleFailed error={sale.error} onRetry={() => void sale.refetch()} />
      )}
      {sale.data !== undefined && (
        <SaleDetailView
          sale={sale.data}
          hints={hints.data}
          announcement={announcement}
          history={
            <SaleHistoryView
              currency={sale.data.currency}
              revisions={revisions.data?.items}
              hasFailed={revisions.isError}
              onRetry={() => void revisions.refetch()}
            />
          }
        />
      )}
      {sale.data !== undefined && question === 'edit' && (
        <EditSale sale={sale.data} onClose={() => setQuestion(null)} onSaved={() => finish(words.saved)} />
      )}
      {question === 'void' && (
        <VoidSale saleId={saleId} onClose={() => setQuestion(null)} onVoided={() => finish(words.voided)} />
      )}
    </Dialog>
  );
}

/** As wide as what mostly comes: dates, names, kinds. */
const PLACES_OF_FACTS = [12, 13, 18, 9, 15, 10, 26, 16, 7];

function SaleSkeleton() {
  const { loading } = useMessages().common;
  return (
    <div aria-busy="true" className="sc-sale-detail">
      <output className="sc-visually-hidden">{loading}</output>
      <div className="sc-sale-head">
        <Skeleton width={16} />
      </div>
      <div className="sc-sale-facts">
        {PLACES_OF_FACTS.map((width) => (
          <div key={width}>
            <Skeleton width={8} />
            <br />
            <Skeleton width={width} />
          </div>
        ))}
      </div>
      <div className="sc-line-skeleton">
        {[48, 40, 44].map((width) => (
          <Skeleton key={width} isBlock width={width} />
        ))}
      </div>
    </div>
  );
}

function SaleFailed({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const messages = useMessages();
  const { saleDetail: words, common } = messages;
  const isMissing =
    error instanceof ApiProblem && (error.code === 'not_found' || error.code === 'invalid_request');
  return (
    <div role="alert">
      {isMissing ? (
        <EmptyState icon="document" title={words.missingTitle}>
          {words.missingText}
        </EmptyState>
      ) : (
        <EmptyState
          icon="error"
          title={words.failedTitle}
          action={<Button onClick={onRetry}>{common.retry}</Button>}
        >
          {describeProblem(messages, error)}
        </EmptyState>
      )}
    </div>
  );
}
