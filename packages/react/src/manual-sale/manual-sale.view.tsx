import type { SaleHints } from '@sales-channels/contract';
import { useId } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { ConfirmDialog } from '../primitives/confirm-dialog.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import type { LineListViewProps } from './line-list.view.tsx';
import { LineListView } from './line-list.view.tsx';
import { ManualSaleFooterView } from './manual-sale-footer.view.tsx';
import { SaleFieldsView, SaleNoteView } from './sale-fields.view.tsx';
import { SaleHintsView } from './sale-hints.view.tsx';
import { SaleRefusalView } from './sale-refusal.view.tsx';
import type { SaleRefusal } from './use-make-sale.ts';

export interface ManualSaleViewProps extends LineListViewProps {
  today: string;
  homeCurrency: string;
  /** A decimal string, of the lines that have an amount. */
  total: string;
  hints: SaleHints | undefined;
  refusal: SaleRefusal | null;
  /** There is a date and a line that could be saved. */
  isComplete: boolean;
  isSubmitting: boolean;
  isAskingToClose: boolean;
  onSubmit: () => void;
  onClose: () => void;
  onLeave: () => void;
  onStay: () => void;
}

export function ManualSaleView(props: ManualSaleViewProps) {
  const { manualSale: words } = useMessages();
  const { format } = useSalesChannels('ManualSaleView');
  const formId = useId();
  const { values, total, hints } = props;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      size="large"
      title={words.title}
      footer={
        <ManualSaleFooterView
          formId={formId}
          isComplete={props.isComplete}
          isSubmitting={props.isSubmitting}
          onClose={props.onClose}
        />
      }
    >
      <form
        id={formId}
        className="sc-manual-sale"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          props.onSubmit();
        }}
      >
        {props.refusal !== null && <SaleRefusalView {...props.refusal} />}
        <SaleFieldsView
          form={props.form}
          errors={props.errors}
          today={props.today}
          homeCurrency={props.homeCurrency}
        />
        <LineListView {...props} />
        <p className="sc-sale-sum">
          <span>{words.total}</span>
          <output aria-label={words.total}>{format.money(total, values.currency)}</output>
        </p>
        <SaleNoteView form={props.form} errors={props.errors} />
        <SaleHintsView hints={hints} />
      </form>
      <ConfirmDialog
        open={props.isAskingToClose}
        onOpenChange={(open) => !open && props.onStay()}
        title={words.closeTitle}
        text={words.closeText}
        confirmLabel={words.leave}
        cancelLabel={words.stay}
        onConfirm={props.onLeave}
      />
    </Dialog>
  );
}
