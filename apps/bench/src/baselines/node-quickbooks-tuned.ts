import type { Place, Side } from '../sides/side.ts';
import { newSale, saleKey } from './final-document.ts';
import { createNodeQuickBooks } from './node-quickbooks.ts';
import { openSales } from './open-sales.ts';
import type { Entity } from './quickbooks-documents.ts';
import { ENTITIES } from './quickbooks-documents.ts';

const PAGE_SIZE = 1000;

/** node-quickbooks as somebody who has measured would use it: pages of 1,000, one bulk write a page. */
export const openTuned = (place: Place): Promise<Side> =>
  openPages(place, async (readAll) => {
    for (const entity of ENTITIES) await readAll(entity);
  });

/** The same with the three kinds side by side, for which whoever writes it has to mind the service's limits. */
export const openTunedSideBySide = (place: Place): Promise<Side> =>
  openPages(place, async (readAll) => {
    await Promise.all(ENTITIES.map(readAll));
  });

async function openPages(
  place: Place,
  readKinds: (readAll: (entity: Entity) => Promise<void>) => Promise<void>,
): Promise<Side> {
  const { realmId, from } = place;
  const { sales, close } = await openSales(place);
  return {
    async backfill(accessToken) {
      const begun = performance.now();
      const quickBooks = createNodeQuickBooks(place, accessToken);
      let sequence = 0;
      const readAll = async (entity: Entity) => {
        for (let offset = 1; ; offset += PAGE_SIZE) {
          const documents = await quickBooks.find(entity, [
            { field: 'TxnDate', value: from, operator: '>=' },
            { field: 'asc', value: 'MetaData.CreateTime' },
            { field: 'limit', value: PAGE_SIZE },
            { field: 'offset', value: offset },
          ]);
          if (documents.length > 0)
            await sales.bulkWrite(
              documents.map((document) => ({
                updateOne: {
                  filter: saleKey(realmId, entity, document.Id),
                  update: { $set: newSale(realmId, entity, document, (sequence += 1)) },
                  upsert: true,
                },
              })),
              { ordered: false },
            );
          if (documents.length < PAGE_SIZE) return;
        }
      };
      await readKinds(readAll);
      return { seconds: (performance.now() - begun) / 1000 };
    },
    increment: () => Promise.reject(new Error('It knows no increments.')),
    close,
  };
}
