import type { Sale, SaleFilters, SalesTotals } from '@sales-channels/contract';
import { createSalesSeries, SALES_CSV_HEADER, salesCsvLine, seriesStart } from '@sales-channels/contract';
import { Big } from 'big.js';
import { invalidField } from '../problem-error.ts';
import type { World } from '../world/world.ts';
import { findSale } from './find-sale.ts';
import type { Operations } from './operation.ts';
import { summarise } from './summarise.ts';
import { takePage } from './take-page.ts';

export const salesOperations: Operations<
  | 'listSales'
  | 'getSalesTotals'
  | 'getSalesSeries'
  | 'exportSales'
  | 'getSale'
  | 'listSaleRevisions'
  | 'listChanges'
> = {
  listSales: (world, { query }) => {
    const { cursor, limit, ...filters } = query;
    const page = takePage(findSales(world, filters), cursor, limit ?? 50);
    return { ...page, items: page.items.map(summarise) };
  },

  getSalesTotals: (world, { query }) => addUp(findSales(world, query)),

  getSalesSeries: (world, { query: { period, by = 'none', ...filters } }) => {
    const counted = findSales(world, filters).filter(isCounted);
    const from = counted[0] === undefined ? '' : seriesStart(counted[0].date, period);
    const days = counted
      .filter(({ date }) => date >= from)
      .map(({ date, currency, type, channelId, total }) => ({
        date,
        currency,
        group: by === 'type' ? type : by === 'channel' ? channelId : null,
        total,
        count: 1,
      }));
    return createSalesSeries({ period, by }, days, days.length < counted.length);
  },

  exportSales: (world, { query }) =>
    SALES_CSV_HEADER +
    findSales(world, query)
      .map((sale) => salesCsvLine(sale))
      .join(''),

  getSale: (world, { params }) => findSale(world, params.saleId).sale,

  listSaleRevisions: (world, { params }) => ({
    items: findSale(world, params.saleId).revisions.toReversed().slice(0, 100),
  }),

  listChanges: (world, { query }) => {
    const after = query.after ?? '0';
    if (!/^\d{1,15}$/.test(after)) throw invalidField('query.after', 'This cursor is not one of ours.');
    const limit = query.limit ?? 200;
    const rest = world.sales
      .filter(({ sequence }) => sequence > Number(after))
      .toSorted((a, b) => a.sequence - b.sequence);
    const items = rest.slice(0, limit).map(({ sequence, sale }) => ({ sequence, sale }));
    return { items, cursor: String(items.at(-1)?.sequence ?? after), hasMore: rest.length > limit };
  },
};

/** Newest first; the id settles ties. */
function findSales(world: World, filters: SaleFilters): Sale[] {
  return world.sales
    .map(({ sale }) => sale)
    .filter((sale) => matches(sale, filters))
    .toSorted((a, b) => compare(b.date, a.date) || compare(b.id, a.id));
}

const textOf = ({ number, customerName }: Sale): string =>
  `${number ?? ''}\n${customerName ?? ''}`.toLocaleLowerCase();

/** Far faster than by a locale, over thousands. */
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function matches(sale: Sale, filters: SaleFilters): boolean {
  const { dateFrom, dateTo, channelId, type, source, state, search } = filters;
  return (
    (dateFrom === undefined || sale.date >= dateFrom) &&
    (dateTo === undefined || sale.date <= dateTo) &&
    (channelId === undefined || sale.channelId === channelId) &&
    (type === undefined || sale.type === type) &&
    (source === undefined || sale.source === source) &&
    (state === undefined || sale.state === state) &&
    (search === undefined || textOf(sale).includes(search.toLocaleLowerCase()))
  );
}

const isCounted = ({ state, outOfRange }: Sale): boolean => state === 'active' && !outOfRange;

function addUp(sales: readonly Sale[]): SalesTotals {
  const counted = sales.filter(isCounted);
  const currencies = [...new Set(counted.map(({ currency }) => currency))].toSorted();
  return {
    totals: currencies
      .map((currency) => {
        const some = counted.filter((sale) => sale.currency === currency);
        return { currency, total: sum(some), count: some.length };
      })
      .toSorted((a, b) => b.count - a.count),
    count: counted.length,
    voided: sales.filter(({ state }) => state === 'voided').length,
    outOfRange: sales.filter(({ state, outOfRange }) => state === 'active' && outOfRange).length,
  };
}

const sum = (sales: readonly Sale[]): string =>
  sales.reduce((total, sale) => total.plus(sale.total), new Big(0)).toFixed();
