import { createHash, timingSafeEqual } from 'node:crypto';
import type { Router } from 'express';
import express from 'express';
import { z } from 'zod';
import { GrantOverError } from '../quickbooks/oauth.ts';
import type { Database } from '../database.ts';
import { findProducts, searchProducts } from '../inventory/sellable-products.ts';
import type { OwnConnections } from '../quickbooks/own-connection.ts';
import { Refusal } from './refusal.ts';

const querySchema = z.object({ businessId: z.string() });
const tokenSchema = z.strictObject({
  businessId: z.string(),
  provider: z.literal('quickbooks'),
  realmId: z.string(),
});

const searchSchema = z.object({ businessId: z.string(), search: z.string().max(100).default('') });
const findSchema = z.strictObject({ businessId: z.string(), productIds: z.array(z.string()).max(200) });

interface SalesChannelsServerRoutesOptions {
  own: OwnConnections;
  database: Database;
  apiKey: string;
}

/** What the server of Sales Channels asks Northwind for: connections Northwind owns and their tokens, and products. */
export function createSalesChannelsServerRoutes(options: SalesChannelsServerRoutesOptions): Router {
  const { own, database, apiKey } = options;
  const router = express.Router();
  router.use('/sales-channels', (request, _response, next) => {
    const key = (request.get('authorization') ?? '').replace(/^Bearer /i, '');
    if (request.get('origin') !== undefined || !isSame(key, apiKey))
      throw new Refusal(401, 'For the server of Sales Channels only.');
    next();
  });
  router.use('/sales-channels', express.json({ limit: '20kb' }));

  router.get('/sales-channels/connections', async (request, response) => {
    const connection = await own.find(querySchema.parse(request.query).businessId);
    const items = connection
      ? [
          {
            provider: 'quickbooks',
            realmId: connection.realmId,
            companyName: connection.companyName,
            homeCurrency: connection.homeCurrency,
            status: connection.status,
            uses: ['Item sync', 'Build exports'],
          },
        ]
      : [];
    response.json({ items });
  });

  router.post('/sales-channels/access-token', async (request, response) => {
    const { businessId, realmId } = tokenSchema.parse(request.body);
    const connection = await own.find(businessId);
    if (connection?.realmId !== realmId) throw new Refusal(404, 'There is no such connection.');
    const accessToken = await own.getAccessToken(businessId).catch((error: unknown) => {
      throw error instanceof GrantOverError ? new Refusal(409, error.message) : error;
    });
    response.set('cache-control', 'no-store').json({ accessToken });
  });

  router.get('/sales-channels/products', async (request, response) => {
    const { businessId, search } = searchSchema.parse(request.query);
    response.json({ items: await searchProducts(database, businessId, search) });
  });

  router.post('/sales-channels/products/find', async (request, response) => {
    const { businessId, productIds } = findSchema.parse(request.body);
    response.json({ items: await findProducts(database, businessId, productIds) });
  });

  return router;
}

const isSame = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
