import { zodResolver } from '@hookform/resolvers/zod';
import type { Sale } from '@sales-channels/contract';
import { updateManualSaleSchema } from '@sales-channels/contract';
import { useId } from 'react';
import { useForm } from 'react-hook-form';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Dialog } from '../primitives/dialog.tsx';
import { Field } from '../primitives/field.tsx';
import { Notice } from '../primitives/notice.tsx';
import { TextArea } from '../primitives/text-area.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import { useUpdateManualSale } from '../queries/manual-sale-mutations.ts';

export interface EditSaleProps {
  sale: Sale;
  onClose: () => void;
  onSaved: () => void;
}

const resolver = zodResolver(updateManualSaleSchema);

/** Changes what may be changed of a manual sale. Saving the same again changes nothing, so a retry is always safe. */
export function EditSale({ sale, onClose, onSaved }: EditSaleProps) {
  const messages = useMessages();
  const { saleDetail: words, common } = messages;
  const formId = useId();
  const update = useUpdateManualSale();
  const { register, handleSubmit } = useForm({
    resolver,
    defaultValues: {
      customerName: sale.customerName ?? '',
      number: sale.number ?? '',
      note: sale.note ?? '',
    },
  });
  const save = handleSubmit((values) => {
    if (update.isPending) return;
    const body = {
      customerName: values.customerName || null,
      number: values.number || null,
      note: values.note || null,
    };
    update.mutate({ saleId: sale.id, ...body }, { onSuccess: onSaved });
  });
  return (
    <Dialog
      open
      onOpenChange={() => !update.isPending && onClose()}
      size="small"
      title={words.editTitle}
      footer={
        <>
          <Button onClick={onClose}>{common.cancel}</Button>
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
          void save();
        }}
      >
        {update.isError && (
          <Notice tone="danger" role="alert" title={words.editFailedTitle}>
            {describeProblem(messages, update.error)}
          </Notice>
        )}
        <Field label={words.customer}>
          {(control) => <TextInput {...control} {...register('customerName')} maxLength={200} />}
        </Field>
        <Field label={words.reference}>
          {(control) => <TextInput {...control} {...register('number')} maxLength={60} />}
        </Field>
        <Field label={words.note}>
          {(control) => <TextArea {...control} {...register('note')} maxLength={2000} />}
        </Field>
      </form>
    </Dialog>
  );
}
