import type { CreateManualSale, Sale } from '@sales-channels/contract';
import type { ApiProblem } from '@sales-channels/contract/client';
import { useRef, useState } from 'react';
import type { Attempt } from '../connect-wizard/attempt.ts';
import { attemptFor } from '../connect-wizard/attempt.ts';
import { isClearNo } from '../messages/is-clear-no.ts';
import { useCreateManualSale } from '../queries/manual-sale-mutations.ts';

/** Why the last attempt came to nothing, or to nothing that is known. */
export interface SaleRefusal {
  error: unknown;
  /** There was no clear answer: the sale may have been made. */
  isUnanswered: boolean;
}

interface MakeSaleOptions {
  onMade: (sale: Sale) => void;
  /** Marks the fields the server refused; answers whether there was one. */
  onRefused: (problem: ApiProblem) => boolean;
}

/** Makes the sale, one for each thing the user meant, however often it is asked for. */
export function useMakeSale({ onMade, onRefused }: MakeSaleOptions) {
  const { mutateAsync, isPending } = useCreateManualSale();
  const attempt = useRef<Attempt<CreateManualSale> | null>(null);
  const isUnderWay = useRef(false);
  const [refusal, setRefusal] = useState<SaleRefusal | null>(null);

  const makeSale = async (body: CreateManualSale): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    attempt.current = attemptFor(attempt.current, body);
    setRefusal(null);
    try {
      onMade(await mutateAsync(attempt.current));
    } catch (error) {
      const isNo = isClearNo(error);
      // A clear "no" ends the attempt; without an answer the next try has to be recognised as the same.
      if (isNo) attempt.current = null;
      if (!isNo || !onRefused(error)) setRefusal({ error, isUnanswered: !isNo });
    } finally {
      isUnderWay.current = false;
    }
  };
  return { makeSale, refusal, isSubmitting: isPending };
}
