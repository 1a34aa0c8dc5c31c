import type { Place, Side } from '../sides/side.ts';
import { newSale, saleKey } from './final-document.ts';
import { createNodeQuickBooks } from './node-quickbooks.ts';
import { openSales } from './open-sales.ts';
import { ENTITIES } from './quickbooks-documents.ts';

/** node-quickbooks as its README shows it: `fetchAll` of each kind, then one upsert a document. */
export async function openLoop(place: Place): Promise<Side> {
  const { realmId, from } = place;
  const { sales, close } = await openSales(place);
  return {
    async backfill(accessToken) {
      const begun = performance.now();
      const quickBooks = createNodeQuickBooks(place, accessToken);
      let sequence = 0;
      for (const entity of ENTITIES) {
        const documents = await quickBooks.find(entity, [
          { field: 'fetchAll', value: true },
          { field: 'TxnDate', value: from, operator: '>=' },
        ]);
        for (const document of documents) {
          await sales.updateOne(
            saleKey(realmId, entity, document.Id),
            { $set: newSale(realmId, entity, document, (sequence += 1)) },
            { upsert: true },
          );
        }
      }
      return { seconds: (performance.now() - begun) / 1000 };
    },
    increment: () => Promise.reject(new Error('It knows no increments.')),
    close,
  };
}
