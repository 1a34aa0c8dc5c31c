import type { Sale } from '@sales-channels/contract';
import type { ChangeEvent } from 'react';
import { useId, useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { ConfirmDialog } from '../primitives/confirm-dialog.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Field } from '../primitives/field.tsx';
import { TextArea } from '../primitives/text-area.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import { useUpdateManualSale } from '../queries/manual-sale-mutations.ts';
import { ChangeRefusalView } from './change-refusal.view.tsx';

export interface EditSaleProps {
  sale: Sale;
  onClose: () => void;
  onSaved: () => void;
}

const editableOf = ({ customerName, number, note }: Sale) => ({
  customerName: customerName ?? '',
  number: number ?? '',
  note: note ?? '',
});
type Editable = ReturnType<typeof editableOf>;

/** Changes what may be changed of a manual sale. Saving the same again changes nothing, so a retry is always safe. */
export function EditSale({ sale, onClose, onSaved }: EditSaleProps) {
  const { saleDetail: words, manualSale, common } = useMessages();
  const formId = useId();
  const update = useUpdateManualSale();
  // The sale that is asked for again meanwhile must not change what is typed, nor what counts as changed.
  const [before] = useState(() => editableOf(sale));
  const [values, setValues] = useState(before);
  const [isAskingToClose, setAskingToClose] = useState(false);
  const isChanged = Object.entries(values).some(([name, value]) => value !== before[name as keyof Editable]);

  const fieldOf = (name: keyof Editable) => ({
    value: values[name],
    onChange: ({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
      setValues((current) => ({ ...current, [name]: target.value })),
  });
  const save = () => {
    if (update.isPending) return;
    const { customerName, number, note } = values;
    const body = { customerName: customerName || null, number: number || null, note: note || null };
    update.mutate({ saleId: sale.id, ...body }, { onSuccess: onSaved });
  };
  const close = () => {
    // The answer of a request that is on its way is waited for: it may have made the change.
    if (update.isPending) return;
    if (isChanged) setAskingToClose(true);
    else onClose();
  };

  return (
    <Dialog
      open
      onOpenChange={close}
      size="small"
      title={words.editTitle}
      footer={
        <>
          <Button aria-disabled={update.isPending} onClick={close}>
            {common.cancel}
          </Button>
          <Button type="submit" form={formId} variant="primary" isPending={update.isPending}>
            {words.save}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className="sc-sale-detail"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        {update.isError && (
          <ChangeRefusalView
            error={update.error}
            refusedTitle={words.editFailedTitle}
            unansweredTitle={words.editUnansweredTitle}
          />
        )}
        <Field label={words.customer}>
          {(control) => <TextInput {...control} {...fieldOf('customerName')} maxLength={200} />}
        </Field>
        <Field label={words.reference}>
          {(control) => <TextInput {...control} {...fieldOf('number')} maxLength={60} />}
        </Field>
        <Field label={words.note}>
          {(control) => <TextArea {...control} {...fieldOf('note')} maxLength={2000} />}
        </Field>
      </form>
      <ConfirmDialog
        open={isAskingToClose}
        onOpenChange={setAskingToClose}
        title={words.editCloseTitle}
        text={manualSale.closeText}
        confirmLabel={manualSale.leave}
        cancelLabel={manualSale.stay}
        onConfirm={onClose}
      />
    </Dialog>
  );
}
