import type { AccountingProvider, SaleType } from '@sales-channels/bff/provider';
import type { QuickBooksConfig } from './config.ts';
import { readChanges } from './data/read-changes.ts';
import { readCompany } from './data/read-company.ts';
import { readCount } from './data/read-count.ts';
import { readPage } from './data/read-page.ts';
import { resolveEndpoints } from './environments.ts';
import { createApiClient } from './http/api-client.ts';
import { readHead } from './mapping/document.ts';
import { readSales } from './mapping/sale.ts';
import { createOAuth } from './oauth/oauth.ts';
import { createReadNotification } from './webhooks/read-notification.ts';

/**
 * QuickBooks Online as an accounting provider. Holds no state: any number of companies and environments may be served side by
 * side in one process.
 */
export function createQuickBooksProvider(config: QuickBooksConfig): AccountingProvider {
  const endpoints = resolveEndpoints(config.environment);
  const oauth = createOAuth(config, endpoints);
  const client = createApiClient(config, endpoints);
  const now = config.clock ?? (() => new Date());
  const { webhookVerifierToken } = config;

  return {
    id: 'quickbooks',
    name: 'QuickBooks Online',
    environment: endpoints.name,
    ...oauth,

    company: (access) => readCompany(client, access),
    count: (access, query) => readCount(client, access, query),

    async pageSince(access, query) {
      const { rows, next, serverTime } = await readPage(client, access, 'page', query);
      return { ...readSales(query.type, rows), next, serverTime };
    },

    changesSince: (access, query) => readChanges(client, access, { ...query, now: now() }),

    // Whole documents, though only ids are wanted: choosing properties is not documented.
    async ids(access, query) {
      const { rows, next, serverTime } = await readPage(client, access, 'ids', query);
      return { ids: rows.flatMap((row) => readHead(row).id ?? []), next, serverTime };
    },

    ...(webhookVerifierToken && { readNotification: createReadNotification(webhookVerifierToken) }),

    documentUrl: ({ type, externalId }) =>
      `${endpoints.appUrl}/${pages[type]}?txnId=${encodeURIComponent(externalId)}`,
  };
}

const pages: Readonly<Record<SaleType, string>> = {
  invoice: 'invoice',
  sales_receipt: 'salesreceipt',
  credit_memo: 'creditmemo',
};
