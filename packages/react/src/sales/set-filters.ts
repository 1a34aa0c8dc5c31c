import type { SaleFilters } from '@sales-channels/contract';

type Changes = { [K in keyof SaleFilters]?: SaleFilters[K] | undefined };

/** Filters with changes over them; what is empty is left out, so that equal filters look equal. */
export function setFilters(filters: SaleFilters, changes: Changes): SaleFilters {
  const next: Record<string, string> = {};
  for (const [name, value] of Object.entries({ ...filters, ...changes })) {
    if (value !== undefined && value !== '') next[name] = value;
  }
  return next;
}

export const isFiltered = (filters: SaleFilters): boolean => Object.keys(setFilters(filters, {})).length > 0;

/** The same text for the same filters, whatever their order. */
export const filtersKey = (filters: SaleFilters): string =>
  JSON.stringify(Object.entries(setFilters(filters, {})).toSorted(([a], [b]) => a.localeCompare(b)));
