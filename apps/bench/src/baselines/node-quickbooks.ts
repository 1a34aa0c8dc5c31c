import QuickBooks from 'node-quickbooks';
import type { QueryCriteria } from 'node-quickbooks';
import { EMULATOR_APP } from '../emulator/emulator-app.ts';
import type { Place } from '../sides/side.ts';
import type { Entity, QueryResponse, QuickBooksDocument } from './quickbooks-documents.ts';

/** node-quickbooks as its README sets it up, with its address changed to the emulator's. */
export function createNodeQuickBooks({ emulatorUrl, realmId }: Place, accessToken: string) {
  QuickBooks.V3_ENDPOINT_BASE_URL = `${emulatorUrl}/v3/company/`;
  const { clientId, clientSecret } = EMULATOR_APP;
  const quickBooks = new QuickBooks(
    clientId,
    clientSecret,
    accessToken,
    false,
    realmId,
    true,
    false,
    null,
    '2.0',
  );
  // An array of criteria is documented; the types know single ones only.
  type Find = (
    criteria: QueryCriteria[],
    done: (error: unknown, data?: { QueryResponse: QueryResponse }) => void,
  ) => void;
  const finds: Record<Entity, Find> = {
    Invoice: quickBooks.findInvoices.bind(quickBooks) as Find,
    SalesReceipt: quickBooks.findSalesReceipts.bind(quickBooks) as Find,
    CreditMemo: quickBooks.findCreditMemos.bind(quickBooks) as Find,
  };
  return {
    find: (entity: Entity, criteria: QueryCriteria[]): Promise<QuickBooksDocument[]> =>
      new Promise((resolve, reject) => {
        finds[entity](criteria, (error, data) => {
          if (error || !data) reject(error instanceof Error ? error : new Error(JSON.stringify(error)));
          else resolve(data.QueryResponse[entity] ?? []);
        });
      }),
  };
}
