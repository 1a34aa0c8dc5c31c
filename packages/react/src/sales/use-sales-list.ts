import type { SaleFilters } from '@sales-channels/contract';
import { useCallback, useState } from 'react';
import { useSales, useSalesTotals } from '../queries/sales.ts';
import { filtersKey } from './set-filters.ts';
import { usePages } from './use-pages.ts';

const PAGE_SIZE = 25;
const NO_FILTERS: SaleFilters = {};

/** The list of sales: its filters (the host's, if it drives them), its page, and what the two find. */
export function useSalesList(
  hostFilters: SaleFilters | undefined,
  onFiltersChange: ((filters: SaleFilters) => void) | undefined,
) {
  const [ownFilters, setOwnFilters] = useState(NO_FILTERS);
  const filters = hostFilters ?? ownFilters;
  const pages = usePages(filtersKey(filters));
  const sales = useSales({ filters, cursor: pages.cursor, limit: PAGE_SIZE });
  const totals = useSalesTotals(filters);
  const changeFilters = useCallback(
    (next: SaleFilters) => {
      setOwnFilters(next);
      onFiltersChange?.(next);
    },
    [onFiltersChange],
  );
  const [clearings, setClearings] = useState(0);
  const clearFilters = () => {
    setClearings(clearings + 1);
    changeFilters(NO_FILTERS);
  };
  const retry = () => void Promise.all([sales.refetch(), totals.refetch()]);
  return { filters, changeFilters, clearings, clearFilters, pages, sales, totals, retry };
}
