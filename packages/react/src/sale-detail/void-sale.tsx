import { useId, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Field } from '../primitives/field.tsx';
import { TextArea } from '../primitives/text-area.tsx';
import { useVoidSale } from '../queries/manual-sale-mutations.ts';
import { ChangeRefusalView } from './change-refusal.view.tsx';

export interface VoidSaleProps {
  saleId: string;
  onClose: () => void;
  onVoided: () => void;
}

/** Asks for the reason, without which no sale is voided. */
export function VoidSale({ saleId, onClose, onVoided }: VoidSaleProps) {
  const { saleDetail: words, common } = useMessages();
  const formId = useId();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const { mutate, isPending, error } = useVoidSale();
  const isMissing = reason.trim() === '';
  // The answer of a request that is on its way is waited for: it may have voided the sale.
  const close = () => !isPending && onClose();
  return (
    <Dialog
      role="alertdialog"
      open
      onOpenChange={close}
      size="small"
      title={words.voidTitle}
      description={words.voidText}
      footer={
        <>
          <Button aria-disabled={isPending} onClick={close}>
            {common.cancel}
          </Button>
          <Button type="submit" form={formId} variant="danger" isPending={isPending}>
            {words.void}
          </Button>
        </>
      }
      onOpenAutoFocus={(event) => {
        event.preventDefault();
        (event.currentTarget as HTMLElement).querySelector('textarea')?.focus();
      }}
    >
      <form
        id={formId}
        className="sc-sale-detail"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (isMissing) event.currentTarget.querySelector('textarea')?.focus();
          else if (!isPending) mutate({ saleId, reason: reason.trim() }, { onSuccess: onVoided });
        }}
      >
        {error !== null && (
          <ChangeRefusalView
            error={error}
            refusedTitle={words.voidFailedTitle}
            unansweredTitle={words.voidUnansweredTitle}
          />
        )}
        <Field label={words.voidLabel} error={wasTried && isMissing ? words.voidRequired : undefined}>
          {(control) => (
            <TextArea
              {...control}
              maxLength={500}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          )}
        </Field>
      </form>
    </Dialog>
  );
}
