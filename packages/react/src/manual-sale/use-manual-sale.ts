import type { Context, Sale } from '@sales-channels/contract';
import type { ApiProblem } from '@sales-channels/contract/client';
import { useState } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { hintsQuery } from './hints-query.ts';
import { isCompleteLine, lineAmounts } from './line-amounts.ts';
import { manualSaleBody } from './manual-sale-values.ts';
import type { ManualSaleViewProps } from './manual-sale.view.tsx';
import { refusedFields } from './refused-fields.ts';
import { useMakeSale } from './use-make-sale.ts';
import { useManualSaleFields } from './use-manual-sale-fields.ts';
import { useTypedSaleHints } from './use-typed-sale-hints.ts';

export interface ManualSaleOptions {
  context: Context;
  onClose: () => void;
  onCreated: (sale: Sale) => void;
}

/** Everything behind the form; answers with what its view shows. */
export function useManualSale({ context, onClose, onCreated }: ManualSaleOptions): ManualSaleViewProps {
  const { format } = useSalesChannels('useManualSale');
  const { productRefused } = useMessages().manualSale;
  const fields = useManualSaleFields(context);
  const { form, values } = fields;
  const { readDecimal } = format;
  const [isAskingToClose, setAskingToClose] = useState(false);

  const markRefused = ({ fieldErrors }: ApiProblem): boolean => {
    const refused = refusedFields(fieldErrors);
    for (const [index, { name, message, isProduct }] of refused.entries()) {
      const text = isProduct ? productRefused : message;
      form.setError(name, { type: 'server', message: text }, { shouldFocus: index === 0 });
    }
    return refused.length > 0;
  };
  const { makeSale, refusal, isSubmitting } = useMakeSale({ onMade: onCreated, onRefused: markRefused });
  const submit = form.handleSubmit((valid) => makeSale(manualSaleBody(valid, readDecimal)));

  return {
    form,
    values,
    lineIds: fields.lineIds,
    errors: fields.errors,
    today: context.today,
    homeCurrency: context.homeCurrency,
    hasProducts: context.manualSales.hasProducts,
    ...lineAmounts(values, readDecimal),
    hints: useTypedSaleHints(hintsQuery(values, readDecimal)),
    refusal,
    isComplete: values.date !== '' && values.lines.some((line) => isCompleteLine(line, readDecimal)),
    isSubmitting,
    isAskingToClose,
    onAddLine: fields.addLine,
    onRemoveLine: fields.removeLine,
    onSubmit: () => void submit(),
    onClose: () => {
      // The answer of a request that is on its way is waited for: it may have made the sale.
      if (isSubmitting) return;
      if (fields.isChanged) setAskingToClose(true);
      else onClose();
    },
    onLeave: onClose,
    onStay: () => setAskingToClose(false),
  };
}
