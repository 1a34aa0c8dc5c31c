import type { Connection } from 'mongoose';
import { Types } from 'mongoose';
import { daysBefore } from '../calendar.ts';
import type { SaleDocument } from './sale.model.ts';

const MAX_HINTS = 3;
/** How far apart the dates of one sale may be that was entered here and in the books. */
const DAYS_APART = 3;

export type SaleHintsModel = ReturnType<typeof createSaleHintsModel>;

/** Finds sales that may be meant twice. Voided ones are none any more. */
export function createSaleHintsModel(connection: Connection) {
  const collection = connection.collection<SaleDocument>('sales');
  const newest = (filter: object): Promise<SaleDocument[]> =>
    collection
      .find(
        { state: 'active', ...filter },
        { projection: { lines: 0, revisions: 0 }, sort: { date: -1, _id: -1 }, limit: MAX_HINTS },
      )
      .toArray();

  return {
    /** Manual sales of that number, but for one. */
    sameNumber: (businessId: string, number: string, except: Types.ObjectId | null) =>
      newest({ businessId, source: 'manual', number, ...(except && { _id: { $ne: except } }) }),

    /** Synced sales of that amount about that day. */
    lookalikes: (
      businessId: string,
      { date, currency, total }: Record<'date' | 'currency' | 'total', string>,
    ) =>
      newest({
        businessId,
        source: 'synced',
        outOfRange: false,
        date: { $gte: daysBefore(date, DAYS_APART), $lte: daysBefore(date, -DAYS_APART) },
        currency,
        total: Types.Decimal128.fromString(total),
      }),
  };
}
