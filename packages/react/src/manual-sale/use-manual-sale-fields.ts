import { zodResolver } from '@hookform/resolvers/zod';
import type { Context } from '@sales-channels/contract';
import { useMemo } from 'react';
import { useFieldArray, useForm, useWatch } from 'react-hook-form';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { manualSaleSchema } from './manual-sale-schema.ts';
import type { ManualSaleValues } from './manual-sale-values.ts';
import { emptyLine } from './manual-sale-values.ts';

/** The form's fields and lines, with what is typed into them. */
export function useManualSaleFields({ today, homeCurrency }: Context) {
  const { format } = useSalesChannels('useManualSaleFields');
  const { manualSale: words } = useMessages();
  const one = format.decimal('1');
  const resolver = useMemo(
    () =>
      zodResolver(
        manualSaleSchema(today, format.readDecimal, {
          dateRequired: words.dateRequired,
          dateUnreal: words.dateUnreal,
          dateFuture: words.dateFuture,
          nameRequired: words.nameRequired,
          quantity: words.quantityFault,
          unitPrice: words.priceFault,
          tooLong: (maximum) => words.tooLong(format.number(maximum)),
        }),
      ),
    [today, format, words],
  );
  const form = useForm<ManualSaleValues>({
    mode: 'onTouched',
    defaultValues: {
      date: today,
      customerName: '',
      number: '',
      currency: homeCurrency,
      note: '',
      lines: [emptyLine(one)],
    },
    resolver,
  });
  const lines = useFieldArray({ control: form.control, name: 'lines' });
  const values = useWatch({ control: form.control }) as ManualSaleValues;

  return {
    form,
    values,
    isChanged: form.formState.isDirty,
    errors: form.formState.errors,
    lineIds: lines.fields.map(({ id }) => id),
    addLine: () => lines.append(emptyLine(one), { focusName: `lines.${lines.fields.length}.description` }),
    removeLine: lines.remove,
  };
}
