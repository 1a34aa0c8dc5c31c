import type {
  ChangePage,
  Sale,
  SaleFilters,
  SalePage,
  SaleRevision,
  SalesTotals,
} from '@sales-channels/contract';
import type { QueryFilter } from '../database.ts';
import { toObjectId } from '../database.ts';
import { DomainError } from '../domain-error.ts';
import { encodeCursor } from '../http/list-cursor.ts';
import { decimal } from '../provider/money.ts';
import { toRevision } from './revision.ts';
import { toSale, toSaleSummary } from './sale-fields.ts';
import { filterOf } from './sale-filter.ts';
import type { NamesOfSales } from './sale-names.ts';
import type { SaleDocument, SaleModel } from './sale.model.ts';

export interface SalesDependencies {
  sales: SaleModel;
  namesOf: NamesOfSales;
}

export type SalesService = ReturnType<typeof createSalesService>;

export function createSalesService({ sales, namesOf }: SalesDependencies) {
  return {
    async list(
      businessId: string,
      filters: SaleFilters,
      after: { date: string; id: string } | null,
      limit: number,
    ): Promise<SalePage> {
      const filter = filterOf(businessId, filters);
      const found = await sales.page(after ? { $and: [filter, olderThan(after)] } : filter, limit + 1);
      const names = await namesOf(businessId);
      const items = found.slice(0, limit).map((sale) => toSaleSummary(sale, names));
      const last = found.length > limit ? items.at(-1) : undefined;
      return { items, nextCursor: last ? encodeCursor({ date: last.date, id: last.id }) : null };
    },

    async totals(businessId: string, filters: SaleFilters): Promise<SalesTotals> {
      const groups = await sales.totals(filterOf(businessId, filters));
      const counted = groups.filter(({ _id }) => _id.state === 'active' && !_id.outOfRange);
      const countOf = (of: typeof groups) => of.reduce((sum, { count }) => sum + count, 0);
      return {
        totals: counted
          .map(({ _id, total, count }) => ({
            currency: _id.currency,
            total: decimal(total.toString()),
            count,
          }))
          .toSorted((a, b) => b.count - a.count || a.currency.localeCompare(b.currency)),
        count: countOf(counted),
        voided: countOf(groups.filter(({ _id }) => _id.state === 'voided')),
        outOfRange: countOf(groups.filter(({ _id }) => _id.state === 'active' && _id.outOfRange)),
      };
    },

    async get(businessId: string, saleId: string): Promise<Sale> {
      const sale = await sales.find(businessId, saleId);
      if (!sale) throw new DomainError('not_found');
      return toSale(sale, await namesOf(businessId));
    },

    /** How a sale changed, newest first. */
    async revisions(businessId: string, saleId: string): Promise<SaleRevision[]> {
      const found = await sales.revisions(businessId, saleId);
      if (!found) throw new DomainError('not_found');
      return found.map(toRevision).toReversed();
    },

    /** Some sales of a business by their ids, for telling the host of them. */
    async getMany(businessId: string, saleIds: SaleDocument['_id'][]): Promise<Sale[]> {
      const [found, names] = await Promise.all([sales.findMany(businessId, saleIds), namesOf(businessId)]);
      return found.map((sale) => toSale(sale, names));
    },

    /** Sales changed after a number of the feed, in its order, each at its latest state. */
    async changes(businessId: string, after: number, limit: number): Promise<ChangePage> {
      const [found, names] = await Promise.all([
        sales.changesAfter(businessId, after, limit + 1),
        namesOf(businessId),
      ]);
      const items = found
        .slice(0, limit)
        .map((sale) => ({ sequence: sale.sequence, sale: toSale(sale, names) }));
      return {
        items,
        cursor: encodeCursor({ sequence: items.at(-1)?.sequence ?? after }),
        hasMore: found.length > limit,
      };
    },
  };
}

const olderThan = ({ date, id }: { date: string; id: string }): QueryFilter<SaleDocument> => ({
  $or: [{ date: { $lt: date } }, { date, _id: { $lt: toObjectId(id) } }],
});
