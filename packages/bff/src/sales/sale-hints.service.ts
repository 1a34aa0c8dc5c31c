import type { SaleHints, SaleHintsQuery } from '@sales-channels/contract';
import { toObjectId } from '../database.ts';
import { toSaleSummary } from './sale-fields.ts';
import type { SaleHintsModel } from './sale-hints.model.ts';
import type { NamesOfSales } from './sale-names.ts';

export type SaleHintsService = ReturnType<typeof createSaleHintsService>;

/** What somebody who enters a sale by hand may have overlooked. Hints stop nothing and merge nothing. */
export function createSaleHintsService(hints: SaleHintsModel, namesOf: NamesOfSales) {
  return async function hintsFor(
    businessId: string,
    { number, date, currency, total, exceptSaleId }: SaleHintsQuery,
  ): Promise<SaleHints> {
    const [sameNumber, lookalikes, names] = await Promise.all([
      number ? hints.sameNumber(businessId, number, toObjectId(exceptSaleId ?? '')) : [],
      date && currency && total ? hints.lookalikes(businessId, { date, currency, total }) : [],
      namesOf(businessId),
    ]);
    return {
      sameNumber: sameNumber.map((sale) => toSaleSummary(sale, names)),
      lookalikes: lookalikes.map((sale) => toSaleSummary(sale, names)),
    };
  };
}
