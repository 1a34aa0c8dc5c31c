import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { createHostBackend } from './host-backend.ts';

const API_KEY = 'k'.repeat(32);
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A host's backend that answers everything alike, and what it was asked. */
async function startHost(status: number, answer: unknown) {
  const asked: unknown[] = [];
  const app = express().use(express.json(), ({ method, path, query, body, headers }, response) => {
    asked.push({ method, path, query: { ...query }, body: body as unknown, key: headers.authorization });
    response.status(status).json(answer);
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { asked, ...createHostBackend({ url, apiKey: API_KEY }) };
}

describe("the host's products", () => {
  const bracket = {
    id: 'p-1',
    name: 'Bracket & Söhne',
    code: null,
    unitPrice: { amount: '4.50', currency: 'USD' },
  };
  const key = `Bearer ${API_KEY}`;

  it('M-03 are searched for with the key of the host', async () => {
    const { asked, products } = await startHost(200, { items: [bracket] });
    expect(await products.search('brightwater', 'Bracket & ')).toEqual([bracket]);
    expect(asked).toMatchObject([
      {
        method: 'GET',
        path: '/sales-channels/products',
        query: { businessId: 'brightwater', search: 'Bracket & ' },
        key,
      },
    ]);
  });

  it('M-03 are found by their ids', async () => {
    const { asked, products } = await startHost(200, { items: [bracket] });
    expect(await products.find('brightwater', ['p-1', 'gone'])).toEqual([bracket]);
    const body = { businessId: 'brightwater', productIds: ['p-1', 'gone'] };
    expect(asked).toMatchObject([{ method: 'POST', path: '/sales-channels/products/find', body, key }]);
  });

  it.each([
    [500, { items: [] }],
    [404, { items: [] }],
    [200, { items: [{ id: 7 }] }],
    [200, {}],
  ])('M-03 are not known after the answer %i %o', async (status, answer) => {
    const { products } = await startHost(status, answer);
    await expect(products.search('brightwater', '')).rejects.toThrow();
    await expect(products.find('brightwater', ['p-1'])).rejects.toThrow();
  });
});

describe("the host's connections", () => {
  it('J-00 have an access token, or none when the host has none', async () => {
    const connection = { businessId: 'brightwater', provider: 'quickbooks', realmId: '1' };
    const { connections } = await startHost(200, { accessToken: 'lent' });
    expect(await connections.getAccessToken(connection)).toBe('lent');
    const gone = await startHost(409, {});
    expect(await gone.connections.getAccessToken(connection)).toBeNull();
    const broken = await startHost(503, {});
    await expect(broken.connections.getAccessToken(connection)).rejects.toThrow('503');
  });
});
