import type { Context, Sale } from '@sales-channels/contract';
import { useState } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Notice } from '../primitives/notice.tsx';
import { OneDialog } from '../primitives/one-dialog.tsx';
import { Skeleton } from '../primitives/skeleton.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { tellHost } from '../provider/tell-host.ts';
import { useContextQuery } from '../queries/context.ts';
import { scopeOf } from '../queries/scope.ts';
import { ManualSaleView } from './manual-sale.view.tsx';
import type { SaleEntry } from './sale-entry.ts';
import { saleEntryOf } from './sale-entry.ts';
import type { ManualSaleOptions } from './use-manual-sale.ts';
import { useManualSale } from './use-manual-sale.ts';

export interface ManualSaleFormProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** The sale was saved; the form has closed. */
  onCreated?: (sale: Sale) => void;
}

/** Enters a sale by hand. Keep it mounted while closed: that is when it says that the sale was created. */
export function ManualSaleForm({ open, onOpenChange, onCreated }: ManualSaleFormProps) {
  const { client, format } = useSalesChannels('ManualSaleForm');
  const { created } = useMessages().manualSale;
  const context = useContextQuery();
  const [announcement, setAnnouncement] = useState('');
  const close = () => onOpenChange(false);
  const finish = (sale: Sale) => {
    setAnnouncement(created(format.money(sale.total, sale.currency)));
    close();
    tellHost(() => onCreated?.(sale));
  };

  return (
    <>
      <output className="sc-visually-hidden">{open ? '' : announcement}</output>
      <OneDialog open={open}>
        {open && context.data === undefined && (
          <FormLoading error={context.error} onRetry={() => void context.refetch()} onClose={close} />
        )}
        {open && context.data !== undefined && (
          <FormOfContext key={scopeOf(client)[1]} context={context.data} onClose={close} onCreated={finish} />
        )}
      </OneDialog>
    </>
  );
}

function FormOfContext(options: ManualSaleOptions) {
  const [atOpening] = useState<Context>(options.context);
  const entry = saleEntryOf(options.context);
  if (entry !== 'allowed') return <FormBlocked reason={entry} onClose={options.onClose} />;
  // What is asked again meanwhile must not change the form under the user's hands.
  return <OpenForm {...options} context={atOpening} />;
}

const OpenForm = (options: ManualSaleOptions) => <ManualSaleView {...useManualSale(options)} />;

function FormBlocked({ reason, onClose }: { reason: Exclude<SaleEntry, 'allowed'>; onClose: () => void }) {
  const { manualSale: words, common } = useMessages();
  const reasons = {
    needs_permission: words.needsPermission,
    needs_tracking: words.needsTracking,
    needs_plan: words.needsPlan,
  };
  return (
    <Dialog
      open
      onOpenChange={onClose}
      title={words.title}
      footer={<Button onClick={onClose}>{common.close}</Button>}
    >
      <Notice tone="info">{reasons[reason]}</Notice>
    </Dialog>
  );
}

interface FormLoadingProps {
  error: Error | null;
  onRetry: () => void;
  onClose: () => void;
}

function FormLoading({ error, onRetry, onClose }: FormLoadingProps) {
  const messages = useMessages();
  const { manualSale: words, common } = messages;
  return (
    <Dialog open onOpenChange={onClose} size="large" title={words.title}>
      {error === null ? (
        <div className="sc-skeletons" aria-busy="true">
          {[56, 56, 96, 72].map((height, index) => (
            <Skeleton key={index} isBlock height={height} />
          ))}
        </div>
      ) : (
        <Notice
          tone="danger"
          role="alert"
          title={words.loadFailed}
          action={<Button onClick={onRetry}>{common.retry}</Button>}
        >
          {describeProblem(messages, error)}
        </Notice>
      )}
    </Dialog>
  );
}
