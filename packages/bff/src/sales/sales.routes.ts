import * as z from 'zod';
import { decodeCursor } from '../http/list-cursor.ts';
import type { Handlers } from '../http/route.ts';
import type { SalesOverview } from './sales-overview.service.ts';
import type { SalesService } from './sales.service.ts';

const salePosition = z.object({ date: z.string(), id: z.string() });
const feedPosition = z.object({ sequence: z.number().int().nonnegative() });

export function salesRoutes(sales: SalesService, overview: SalesOverview) {
  return {
    listSales: ({ session, query: { cursor, limit, ...filters } }) => {
      const after = cursor ? decodeCursor(cursor, salePosition, 'query.cursor') : null;
      return sales.list(session.business.id, filters, after, limit ?? 50);
    },
    getSalesTotals: ({ session, query }) => sales.totals(session.business.id, query),
    getSalesSeries: ({ session, query: { period, by = 'none', ...filters } }) =>
      overview.series(session.business.id, filters, { period, by }),
    exportSales: async ({ session, query }) => overview.csv(session.business.id, query),
    getSale: ({ session, params }) => sales.get(session.business.id, params.saleId),
    listSaleRevisions: async ({ session, params }) => ({
      items: await sales.revisions(session.business.id, params.saleId),
    }),
    listChanges: ({ session, query }) => {
      const after = query.after ? decodeCursor(query.after, feedPosition, 'query.after') : { sequence: 0 };
      return sales.changes(session.business.id, after.sequence, query.limit ?? 200);
    },
  } satisfies Partial<Handlers>;
}
