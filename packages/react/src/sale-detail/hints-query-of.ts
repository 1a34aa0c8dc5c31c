import type { Sale, SaleHintsQuery } from '@sales-channels/contract';

/** What to ask about a manual sale; null for any other, and for one that is void. */
export function hintsQueryOf(sale: Sale): SaleHintsQuery | null {
  if (sale.source !== 'manual' || sale.state !== 'active') return null;
  const { id, date, currency, total, number } = sale;
  return { exceptSaleId: id, date, currency, total, ...(number === null ? {} : { number }) };
}
