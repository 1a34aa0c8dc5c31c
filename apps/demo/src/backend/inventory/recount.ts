import type { Database } from '../database.ts';

/** Forgets what sales took from stock and begins the feed anew; the follower then counts everything again. */
export async function recount(
  { client, appliedSales, sold, feeds }: Database,
  businessId: string,
): Promise<void> {
  await client.withSession((session) =>
    session.withTransaction(async () => {
      await feeds.updateOne({ _id: businessId }, { $set: { cursor: null } }, { session });
      await appliedSales.deleteMany({ businessId }, { session });
      await sold.deleteMany({ businessId }, { session });
    }),
  );
}
