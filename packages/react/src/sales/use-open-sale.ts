import { useState } from 'react';

/**
 * The sale that is open, and the function that opens another or none.
 * @param hostSaleId the host's, if it drives it.
 */
export function useOpenSale(
  hostSaleId: string | null | undefined,
  onSaleChange: ((saleId: string | null) => void) | undefined,
): [string | null, (saleId: string | null) => void] {
  const [ownSaleId, setOwnSaleId] = useState<string | null>(null);
  const open = (saleId: string | null) => {
    setOwnSaleId(saleId);
    onSaleChange?.(saleId);
  };
  return [hostSaleId === undefined ? ownSaleId : hostSaleId, open];
}
