import type { HostConnections, HostProducts } from '@sales-channels/bff';
import { productSchema } from '@sales-channels/contract';
import { z } from 'zod';

const connectionsSchema = z.object({
  items: z.array(
    z.object({
      provider: z.string(),
      realmId: z.string(),
      companyName: z.string(),
      homeCurrency: z.string().nullable(),
      status: z.enum(['connected', 'reconnect_required']),
      uses: z.array(z.string()),
    }),
  ),
});
const accessTokenSchema = z.object({ accessToken: z.string().min(1) });
const productsSchema = z.object({ items: z.array(productSchema) });
const TIMEOUT_MS = 10_000;

/** What the host lends to the BFF and knows for it, asked for over HTTP from the host's backend. */
export function createHostBackend({ url, apiKey }: { url: string; apiKey: string }): {
  connections: HostConnections;
  products: HostProducts;
} {
  async function ask(path: string, body?: object): Promise<unknown> {
    const response = await fetch(`${url}/sales-channels/${path}`, {
      method: body ? 'POST' : 'GET',
      headers: { authorization: `Bearer ${apiKey}`, ...(body && { 'content-type': 'application/json' }) },
      ...(body && { body: JSON.stringify(body) }),
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    // It has no such connection, or no access any more; everything else may pass.
    if (response.status === 404 || response.status === 409) return null;
    if (!response.ok) throw new Error(`The host's backend answered ${response.status} to ${path}.`);
    return response.json();
  }

  return {
    connections: {
      async list(businessId) {
        const query = new URLSearchParams({ businessId });
        return connectionsSchema.parse(await ask(`connections?${query.toString()}`)).items;
      },
      async getAccessToken(connection) {
        const answer = await ask('access-token', connection);
        return answer === null ? null : accessTokenSchema.parse(answer).accessToken;
      },
    },
    products: {
      async search(businessId, search) {
        const query = new URLSearchParams({ businessId, search });
        return productsSchema.parse(await ask(`products?${query.toString()}`)).items;
      },
      find: async (businessId, productIds) =>
        productsSchema.parse(await ask('products/find', { businessId, productIds })).items,
    },
  };
}
