import type { SaleFilters, SalesSeries, SeriesGrouping, SeriesPeriod } from '@sales-channels/contract';
import { createSalesSeries, SALES_CSV_HEADER, salesCsvLine, seriesStart } from '@sales-channels/contract';
import { decimal } from '../provider/money.ts';
import { toSaleSummary } from './sale-fields.ts';
import { filterOf } from './sale-filter.ts';
import type { SalesDependencies } from './sales.service.ts';

export type SalesOverview = ReturnType<typeof createSalesOverview>;

const LINES_A_PART = 500;

/** Sales as a whole: over time, and as a file. */
export function createSalesOverview({ sales, namesOf }: SalesDependencies) {
  return {
    /** The database adds up days, and days make periods. */
    async series(
      businessId: string,
      filters: SaleFilters,
      asked: { period: SeriesPeriod; by: SeriesGrouping },
    ): Promise<SalesSeries> {
      const counted = {
        $and: [filterOf(businessId, filters), { state: 'active' as const, outOfRange: false }],
      };
      const newest = await sales.newestDate(counted);
      if (newest === null) return createSalesSeries(asked, [], false);
      const from = seriesStart(newest, asked.period);
      const field = { none: null, type: 'type', channel: 'channelId' } as const;
      const [days, older] = await Promise.all([
        sales.dailyTotals({ $and: [counted, { date: { $gte: from } }] }, field[asked.by]),
        sales.newestDate({ $and: [counted, { date: { $lt: from } }] }),
      ]);
      return createSalesSeries(
        asked,
        days.map(({ _id: { date, currency, group }, total, count }) => ({
          date,
          currency,
          group: group?.toString() ?? null,
          total: decimal(total.toString()),
          count,
        })),
        older !== null,
      );
    },

    /** Newest first, some lines at a time, as the database gives them. */
    async *csv(businessId: string, filters: SaleFilters): AsyncGenerator<string> {
      const names = await namesOf(businessId);
      let part = SALES_CSV_HEADER;
      let lines = 0;
      for await (const sale of sales.each(filterOf(businessId, filters))) {
        part += salesCsvLine(toSaleSummary(sale, names));
        if ((lines += 1) % LINES_A_PART > 0) continue;
        yield part;
        part = '';
      }
      if (part !== '') yield part;
    },
  };
}
