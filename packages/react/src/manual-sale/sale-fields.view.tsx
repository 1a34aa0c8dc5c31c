import { EARLIEST_DATE } from '@sales-channels/contract';
import { useMemo } from 'react';
import type { FieldErrors, UseFormReturn } from 'react-hook-form';
import { useMessages } from '../messages/use-messages.ts';
import { Field } from '../primitives/field.tsx';
import { Select } from '../primitives/select.tsx';
import { TextArea } from '../primitives/text-area.tsx';
import { TextInput } from '../primitives/text-input.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { currencyCodes } from './currencies.ts';
import type { ManualSaleValues } from './manual-sale-values.ts';

export interface SaleFieldsViewProps {
  form: UseFormReturn<ManualSaleValues>;
  errors: FieldErrors<ManualSaleValues>;
  today: string;
  homeCurrency: string;
}

/** What is said of the sale as a whole. */
export function SaleFieldsView({ form, errors, today, homeCurrency }: SaleFieldsViewProps) {
  const { manualSale: words } = useMessages();
  const { format } = useSalesChannels('SaleFieldsView');
  const { register } = form;
  const currencies = useMemo(
    () =>
      currencyCodes(homeCurrency).map((code) => ({
        value: code,
        label: words.currencyOption(code, format.currencyName(code)),
      })),
    [homeCurrency, words, format],
  );
  return (
    <div className="sc-manual-sale-fields">
      <Field label={words.date} error={errors.date?.message}>
        {(control) => (
          <TextInput
            {...control}
            {...register('date')}
            type="date"
            required
            min={EARLIEST_DATE}
            max={today}
          />
        )}
      </Field>
      <Field label={words.customer} error={errors.customerName?.message}>
        {(control) => <TextInput {...control} {...register('customerName')} autoComplete="off" />}
      </Field>
      <Field label={words.reference} hint={words.referenceHint} error={errors.number?.message}>
        {(control) => <TextInput {...control} {...register('number')} autoComplete="off" />}
      </Field>
      <Field label={words.currency} error={errors.currency?.message}>
        {(control) => <Select {...control} {...register('currency')} options={currencies} />}
      </Field>
    </div>
  );
}

export function SaleNoteView({ form, errors }: Pick<SaleFieldsViewProps, 'form' | 'errors'>) {
  const { manualSale: words } = useMessages();
  return (
    <Field label={words.notes} error={errors.note?.message}>
      {(control) => <TextArea {...control} {...form.register('note')} />}
    </Field>
  );
}
