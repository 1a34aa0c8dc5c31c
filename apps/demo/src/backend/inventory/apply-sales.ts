import type { ChangePage } from '@sales-channels/contract';
import type { AnyBulkWriteOperation, ClientSession } from 'mongodb';
import { Decimal128 } from 'mongodb';
import type { AppliedSaleRecord, Database } from '../database.ts';
import { movementReason } from './movement-reason.ts';
import type { Quantities } from './sold-quantities.ts';
import { differenceOf, soldQuantities, sumOf } from './sold-quantities.ts';

/** Somebody else has read the feed meanwhile, or the count was begun anew: read again from the cursor there is. */
export class CursorMovedError extends Error {}

export interface AppliedPage {
  businessId: string;
  /** The cursor the page was read after. */
  after: string | null;
  page: ChangePage;
  now: Date;
}

/**
 * Takes a page of the feed into stock. Sales, stock and cursor change together or not at all, and what a sale took before is
 * set off, so that neither a crash nor a page read twice counts anything twice.
 * @throws CursorMovedError when the cursor is no longer the one the page was read after
 */
export async function applySales(database: Database, { businessId, after, page, now }: AppliedPage) {
  const { client, appliedSales, sold, feeds } = database;
  await client.withSession((session) =>
    session.withTransaction(async () => {
      const moved = await feeds.updateOne(
        { _id: businessId, cursor: after },
        { $set: { cursor: page.cursor } },
        { session },
      );
      if (moved.matchedCount === 0) throw new CursorMovedError();
      if (page.items.length === 0) return;
      const known = await readKnown(database, page, session);
      const changes = page.items.flatMap((item) => changeOf(businessId, item, known.get(item.sale.id), now));
      if (changes.length > 0)
        await appliedSales.bulkWrite(
          changes.map(({ write }) => write),
          { session, ordered: false },
        );
      const deltas = Object.entries(sumOf(changes.map(({ deltas }) => deltas)));
      if (deltas.length > 0)
        await sold.bulkWrite(
          deltas.map(([itemId, delta]) => ({
            updateOne: {
              filter: { _id: `${businessId}:${itemId}` },
              update: { $inc: { sold: Decimal128.fromString(delta) }, $setOnInsert: { businessId } },
              upsert: true,
            },
          })),
          { session, ordered: false },
        );
    }),
  );
}

type Known = Pick<AppliedSaleRecord, '_id' | 'sequence' | 'quantities'>;

async function readKnown({ appliedSales }: Database, page: ChangePage, session: ClientSession) {
  const ids = page.items.map(({ sale }) => sale.id);
  const known = await appliedSales
    .find<Known>({ _id: { $in: ids } }, { session, projection: { sequence: 1, quantities: 1 } })
    .toArray();
  return new Map(known.map((sale) => [sale._id, sale]));
}

function changeOf(
  businessId: string,
  { sequence, sale }: ChangePage['items'][number],
  known: Known | undefined,
  now: Date,
): { write: AnyBulkWriteOperation<AppliedSaleRecord>; deltas: Quantities }[] {
  if (known && known.sequence >= sequence) return [];
  const quantities = soldQuantities(sale);
  const deltas = differenceOf(known?.quantities ?? {}, quantities);
  const hasMoved = Object.keys(deltas).length > 0;
  const movement = { at: now, reason: movementReason(sale, known !== undefined), deltas };
  const { id, number, type, date } = sale;
  const write = {
    updateOne: {
      filter: { _id: id },
      update: {
        $set: { businessId, sequence, number, type, date, quantities, ...(hasMoved && { movedAt: now }) },
        ...(hasMoved && { $push: { movements: movement } }),
      },
      upsert: true,
    },
  };
  return [{ write, deltas }];
}
