import { useId, useState } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Field } from '../primitives/field.tsx';
import { Notice } from '../primitives/notice.tsx';
import { TextArea } from '../primitives/text-area.tsx';
import { useVoidSale } from '../queries/manual-sale-mutations.ts';

export interface VoidSaleProps {
  saleId: string;
  onClose: () => void;
  onVoided: () => void;
}

/** Asks for the reason, without which no sale is voided. */
export function VoidSale({ saleId, onClose, onVoided }: VoidSaleProps) {
  const messages = useMessages();
  const { saleDetail: words, common } = messages;
  const formId = useId();
  const [reason, setReason] = useState('');
  const [wasTried, setTried] = useState(false);
  const { mutate, isPending, error } = useVoidSale();
  const isMissing = reason.trim() === '';
  return (
    <Dialog
      role="alertdialog"
      open
      onOpenChange={() => !isPending && onClose()}
      size="small"
      title={words.voidTitle}
      description={words.voidText}
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
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
          <Notice tone="danger" role="alert" title={words.voidFailedTitle}>
            {describeProblem(messages, error)}
          </Notice>
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
