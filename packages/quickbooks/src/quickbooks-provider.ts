import type { AccountingProvider, SaleType } from '@sales-channels/bff/provider';
import type { QuickBooksConfig } from './config.ts';
import { LOOK_BACK_DAYS, readChanges } from './data/read-changes.ts';
import { readCompany } from './data/read-company.ts';
import { readCount } from './data/read-count.ts';
import { readDocuments } from './data/read-documents.ts';
import { startAt } from './data/page-cursor.ts';
import { datedWithin } from './data/query.ts';
import { readSalesPage } from './data/read-sales-page.ts';
import { resolveEndpoints } from './environments.ts';
import { createApiClient } from './http/api-client.ts';
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
    pace: { ...PACE, ...config.pace },
    // In which zone Intuit's month turns is not documented. Its own clocks are Pacific.
    meteringTimeZone: 'America/Los_Angeles',
    ...oauth,

    company: (access) => readCompany(client, access),
    count: (access, query) => readCount(client, access, query),

    pageSince: (access, { cursor, ...query }) =>
      readSalesPage(client, access, { type: query.type, where: datedWithin(query), cursor }),

    updatedSince: (access, { type, since, cursor = startAt(since) }) =>
      readSalesPage(client, access, { type, where: [], cursor: { ...cursor, by: 'updated' } }),

    changesSince: (access, query) => readChanges(client, access, { ...query, now: now() }),
    changesKeptDays: LOOK_BACK_DAYS,

    async documentsById(access, query) {
      const { rows, serverTime } = await readDocuments(client, access, query);
      return { ...(await readSales(query.type, rows)), serverTime };
    },

    ...(webhookVerifierToken && { readNotification: createReadNotification(webhookVerifierToken) }),

    documentUrl: ({ type, externalId }) =>
      `${endpoints.appUrl}/${pages[type]}?txnId=${encodeURIComponent(externalId)}`,
  };
}

/** QuickBooks turns a company's calls down beyond 10 a second, 500 a minute and 10 at once. */
const PACE = { perSecond: 8, perMinute: 450, atOnce: 3 };

const pages: Readonly<Record<SaleType, string>> = {
  invoice: 'invoice',
  sales_receipt: 'salesreceipt',
  credit_memo: 'creditmemo',
};
