import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import type { SalesChannelsBff } from '@sales-channels/bff';
import { createSessionSigner } from '@sales-channels/bff/session';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { createClient } from '@sales-channels/contract/client';
import express from 'express';
import { businessOf } from './business-of.ts';

/** The BFF's API over HTTP, and clients of it for the businesses of companies. */
export async function serveBff(bff: SalesChannelsBff, sessionSecret: string) {
  const server = express().use(bff.router).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const sign = createSessionSigner({ keyId: 'bench', secret: sessionSecret });
  return {
    clientOf: (realmId: string): SalesChannelsClient =>
      createClient({
        baseUrl,
        getToken: () =>
          sign({
            business: { id: businessOf(realmId), name: businessOf(realmId) },
            user: { id: 'bench', name: 'Bench' },
            permissions: ['read', 'sync', 'manage'],
            entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 1 },
            timeZone: 'UTC',
            homeCurrency: 'USD',
            allowedOrigins: [],
          }),
      }),
    stop: () => {
      server.closeAllConnections();
      return once(server.close(), 'close');
    },
  };
}

/** Turns sales tracking on and makes the company's channel, without a first sync. @returns the channel's id */
export async function openChannel(client: SalesChannelsClient, from: string): Promise<string> {
  await client.setSalesTracking({ body: { enabled: true } });
  const [connection] = (await client.listConnections()).items;
  if (!connection) throw new Error('The company is not connected.');
  const { id } = await client.createChannel({
    body: { type: 'accounting', connectionId: connection.id, initialSyncDate: from, startSync: false },
  });
  return id;
}
