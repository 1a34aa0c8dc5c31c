import type { Handlers } from '../http/route.ts';
import type { ManualSalesService } from './manual-sales.service.ts';
import type { Products } from './products.ts';
import type { SaleHintsService } from './sale-hints.service.ts';

export function manualSalesRoutes(
  manualSales: ManualSalesService,
  hintsFor: SaleHintsService,
  products: Products,
) {
  return {
    createManualSale: ({ session, body, mark }) => manualSales.create(session, body, mark),
    updateManualSale: ({ session, params, body }) => manualSales.update(session, params.saleId, body),
    voidSale: ({ session, params, body }) => manualSales.void(session, params.saleId, body.reason),
    getSaleHints: ({ session, query }) => hintsFor(session.business.id, query),
    searchProducts: async ({ session, query }) => ({
      items: await products.search(session.business.id, query.search ?? ''),
    }),
  } satisfies Partial<Handlers>;
}
