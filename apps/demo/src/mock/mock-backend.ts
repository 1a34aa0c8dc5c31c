import type { HttpHandler } from 'msw';
import { http, HttpResponse } from 'msw';
import { viewAccount } from '../backend/account/view-account.ts';
import type { AccountChange } from '../wire/account.ts';
import type { Build } from '../wire/inventory.ts';
import type { createMockBusinesses } from './mock-businesses.ts';
import { mockInventory } from './mock-inventory.ts';

/** Northwind's own backend, as far as its pages can tell. */
export function createMockBackend(businesses: ReturnType<typeof createMockBusinesses>): HttpHandler[] {
  const builds = new Map<string, Build[]>();
  const view = () => HttpResponse.json(viewAccount(businesses.account(), location.origin));
  const buildsHere = () => builds.get(businesses.account().business.id) ?? [];
  const inventory = () => mockInventory(businesses.world(), buildsHere());

  return [
    http.get('/api/account', view),
    http.post('/api/account', async ({ request }) => {
      businesses.change((await request.json()) as AccountChange);
      return view();
    }),
    http.post('/api/sales-channels/session', () => HttpResponse.json({ token: 'made-up' })),
    http.get('/api/notices', () => HttpResponse.json({ items: [] })),
    http.get('/api/inventory', () => HttpResponse.json(inventory())),
    http.post('/api/inventory/sync-items', () => HttpResponse.json({ items: inventory().products.length })),
    http.post('/api/inventory/recount', () => HttpResponse.json({})),
    http.post('/api/inventory/export-build', () => {
      const made = buildsHere();
      const product = inventory().products[made.length % Math.max(1, inventory().products.length)];
      const build: Build = {
        id: crypto.randomUUID(),
        product: product?.name ?? 'Sample',
        quantity: 25,
        cost: '277.50',
        madeAt: new Date().toISOString(),
        journalEntryId: String(900 + made.length),
      };
      builds.set(businesses.account().business.id, [build, ...made]);
      return HttpResponse.json(build);
    }),
  ];
}
