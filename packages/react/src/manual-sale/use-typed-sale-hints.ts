import type { SaleHints, SaleHintsQuery } from '@sales-channels/contract';
import { useSettled } from '../connect-wizard/use-settled.ts';
import { useSaleHints } from '../queries/sales.ts';

const PAUSE_MS = 400;

/** Hints about a sale that is being typed, once typing has paused. They stop nothing: without an answer there are none. */
export function useTypedSaleHints(query: SaleHintsQuery | null): SaleHints | undefined {
  const asked = JSON.stringify(query);
  const settled = useSettled(asked, PAUSE_MS);
  const { data } = useSaleHints(JSON.parse(settled) as SaleHintsQuery | null);
  return settled === asked ? data : undefined;
}
