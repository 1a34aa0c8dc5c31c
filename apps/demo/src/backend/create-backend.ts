import { createClient } from '@sales-channels/contract/client';
import type { Express, RequestHandler } from 'express';
import express from 'express';
import type { MongoClient } from 'mongodb';
import { createAccounts } from './account/accounts.ts';
import type { Business } from './account/businesses.ts';
import { businesses } from './account/businesses.ts';
import { createSalesChannelsSessions } from './account/sales-channels-sessions.ts';
import { openDatabase } from './database.ts';
import { followSales } from './inventory/follow-sales.ts';
import { stockShelves } from './inventory/opening-products.ts';
import { createFindCompany } from './quickbooks/company-access.ts';
import { createOAuth } from './quickbooks/oauth.ts';
import { createOwnConnections } from './quickbooks/own-connection.ts';
import { createQuickBooksApi } from './quickbooks/quickbooks-api.ts';
import type { QuickBooksApp } from './quickbooks/quickbooks-app.ts';
import { createAccountRoutes } from './routes/account.routes.ts';
import { createEventsRoutes } from './routes/events.routes.ts';
import { createInventoryRoutes } from './routes/inventory.routes.ts';
import { createNoticeRoutes } from './routes/notice.routes.ts';
import { createQuickBooksSignInRoutes } from './routes/quickbooks-sign-in.routes.ts';
import { createErrorAnswer, refuseOtherOrigins } from './routes/refusal.ts';
import { createSalesChannelsServerRoutes } from './routes/sales-channels-server.routes.ts';

export interface BackendOptions {
  mongo: MongoClient;
  /** Name of the product's own database. */
  databaseName: string;
  /** Where browsers reach the product. */
  publicUrl: string;
  salesChannels: {
    /** Where this backend reaches the server of Sales Channels, and where browsers do. */
    url: string;
    browserUrl: string;
    sessionKey: { keyId: string; secret: string };
    /** For calls between the two servers. */
    apiKey: string;
    /** Proves that an event is from the server (Standard Webhooks). */
    eventsSecret: string;
  };
  quickBooks: QuickBooksApp;
  /** Puts goods on the shelves of the two businesses, under the ids the emulator's companies have for them. */
  hasOpeningStock: boolean;
  /** Serves the product's pages. */
  pages: RequestHandler;
  log?: (line: string) => void;
}

/** Northwind's own backend: accounts, inventory, its own QuickBooks connection, and what it exchanges with Sales Channels. */
export async function createBackend(options: BackendOptions) {
  const {
    mongo,
    databaseName,
    publicUrl,
    salesChannels,
    quickBooks,
    hasOpeningStock,
    pages,
    log = () => {},
  } = options;
  const database = await openDatabase(mongo, databaseName);
  if (hasOpeningStock) for (const { id } of businesses) await stockShelves(database, id);
  const accounts = createAccounts(database);
  const { origin } = new URL(publicUrl);
  const sessions = createSalesChannelsSessions({ accounts, key: salesChannels.sessionKey, origin });
  const oauth = createOAuth(quickBooks);
  const own = createOwnConnections(database, oauth);
  const api = createQuickBooksApi(quickBooks.apiUrl);
  const clients = new Map(businesses.map((business) => [business.id, clientOf(business)]));
  const clientFor = (business: Business) => clients.get(business.id) ?? clientOf(business);
  const findCompany = createFindCompany({ own, clientFor, salesChannels });

  function clientOf(business: Business) {
    return createClient({ baseUrl: salesChannels.url, getToken: () => sessions.forBackend(business) });
  }

  const app: Express = express();
  app.disable('x-powered-by');
  app.use(createEventsRoutes(database, salesChannels.eventsSecret));
  app.use(createSalesChannelsServerRoutes({ own, database, apiKey: salesChannels.apiKey }));
  app.use('/api', refuseOtherOrigins(origin), express.json({ limit: '10kb' }));
  app.use(createAccountRoutes({ accounts, sessions, salesChannelsUrl: salesChannels.browserUrl }));
  app.use(createNoticeRoutes({ database, accounts }));
  app.use(createInventoryRoutes({ database, accounts, findCompany, api }));
  app.use(createQuickBooksSignInRoutes({ accounts, oauth, own, api }));
  app.use(pages);
  app.use(createErrorAnswer(log));

  return {
    app,
    accounts,
    sessions,
    clientFor,
    /** Whether Northwind has a connection of its own for a business. */
    isSignedIn: async (businessId: string): Promise<boolean> => (await own.find(businessId)) !== null,
    /** Begins to take sales into stock. */
    follow() {
      const followers = businesses.map((business) =>
        followSales({ database, businessId: business.id, client: clientFor(business), log }),
      );
      return { stop: () => Promise.all(followers.map((follower) => follower.stop())) };
    },
  };
}
