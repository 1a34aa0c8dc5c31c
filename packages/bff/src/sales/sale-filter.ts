import type { SaleFilters } from '@sales-channels/contract';
import type { QueryFilter } from '../database.ts';
import { toObjectId } from '../database.ts';
import type { SaleDocument } from './sale.model.ts';

/** The filters of a request as the database takes them. */
export function filterOf(
  businessId: string,
  { dateFrom, dateTo, channelId, type, source, state, search }: SaleFilters,
): QueryFilter<SaleDocument> {
  const part = search ? new RegExp(search.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'), 'i') : null;
  return {
    businessId,
    ...((dateFrom ?? dateTo) && {
      date: { ...(dateFrom && { $gte: dateFrom }), ...(dateTo && { $lte: dateTo }) },
    }),
    ...(channelId && { channelId: toObjectId(channelId) }),
    ...(type && { type }),
    ...(source && { source }),
    ...(state && { state }),
    ...(part && { $or: [{ number: part }, { customerName: part }] }),
  };
}
