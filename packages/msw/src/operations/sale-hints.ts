import type { Sale } from '@sales-channels/contract';
import { Big } from 'big.js';
import { addDays } from '../world/calendar.ts';
import type { Operations } from './operation.ts';
import { summarise } from './summarise.ts';

const MAXIMUM = 3;
const DAYS_APART = 3;

export const saleHintOperations: Operations<'getSaleHints'> = {
  getSaleHints: (world, { query }) => {
    const { number, date, currency, total, exceptSaleId } = query;
    const candidates = world.sales
      .map(({ sale }) => sale)
      .filter(({ id, state }) => id !== exceptSaleId && state === 'active')
      .toSorted((a, b) => b.date.localeCompare(a.date) || b.id.localeCompare(a.id));
    const first = (found: readonly Sale[]) => found.slice(0, MAXIMUM).map(summarise);
    const isNumbered = (sale: Sale) => Boolean(number) && sale.source === 'manual' && sale.number === number;
    const isLike = (sale: Sale) =>
      date !== undefined &&
      total !== undefined &&
      sale.source === 'synced' &&
      sale.currency === currency &&
      sale.date >= addDays(date, -DAYS_APART) &&
      sale.date <= addDays(date, DAYS_APART) &&
      new Big(sale.total).eq(total);
    return {
      sameNumber: first(candidates.filter(isNumbered)),
      lookalikes: first(candidates.filter(isLike)),
    };
  },
};
