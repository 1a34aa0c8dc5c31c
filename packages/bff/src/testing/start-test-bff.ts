import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Run } from '@sales-channels/contract';
import { createClient } from '@sales-channels/contract/client';
import express from 'express';
import mongoose from 'mongoose';
import type { SalesChannelsBff } from '../create-sales-channels-bff.ts';
import { createSalesChannelsBff } from '../create-sales-channels-bff.ts';
import type { HostConnection, SalesChannelsBffOptions } from '../options.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import { createSessionSigner } from '../session/create-session-signer.ts';
import type { Session } from '../session/session.ts';

const secret = randomBytes(32).toString('hex');
export const signSession = createSessionSigner({ keyId: 'test', secret });

export const testSession = (change: Partial<Session> = {}): Session => ({
  business: { id: 'brightwater', name: 'Brightwater' },
  user: { id: 'dana', name: 'Dana' },
  permissions: ['read', 'sync', 'manage', 'manual_sales'],
  entitlements: {
    salesTracking: { allowed: true },
    maxAccountingConnections: 1,
    moreConnectionsPlan: 'Advanced',
  },
  timeZone: 'UTC',
  homeCurrency: 'USD',
  allowedOrigins: ['https://app.example.com'],
  ...change,
});

export const hostConnection = (realmId: string, change: Partial<HostConnection> = {}): HostConnection => ({
  provider: 'scripted',
  realmId,
  companyName: `Company ${realmId}`,
  homeCurrency: 'USD',
  status: 'connected',
  uses: ['Item sync'],
  ...change,
});

interface TestBffOptions extends Partial<SalesChannelsBffOptions> {
  databaseUri: string;
  provider: AccountingProvider;
  /** The host's connections by business. */
  connections?: Record<string, HostConnection[]>;
  /** Whom `client` asks for. */
  session?: Session;
}

/** A BFF over real HTTP on a database of its own, which ends with it. */
export async function startTestBff({
  databaseUri,
  provider,
  connections = {},
  session: own = testSession(),
  ...options
}: TestBffOptions) {
  const databaseName = options.databaseName ?? `bff-${randomUUID().slice(0, 13)}`;
  const tokens: Record<string, string> = {};
  const create = (other: Partial<SalesChannelsBffOptions> = {}): Promise<SalesChannelsBff> =>
    createSalesChannelsBff({
      databaseUri,
      databaseName,
      publicUrl: 'https://bff.example.com',
      productName: 'Northwind',
      sessionSecrets: { test: secret },
      encryption: { keys: { a: Buffer.alloc(32, 1).toString('base64') }, currentKeyId: 'a' },
      providers: [provider],
      hostConnections: {
        list: async (businessId) => connections[businessId] ?? [],
        getAccessToken: async ({ realmId }) => tokens[realmId] ?? `token-of-${realmId}`,
      },
      ...options,
      ...other,
    });
  const bff = await create();
  const database = await mongoose.createConnection(databaseUri, { dbName: databaseName }).asPromise();
  const server = createServer(express().use(bff.router)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const clientOf = (session: Session = own) =>
    createClient({ baseUrl, getToken: () => signSession(session) });
  const client = clientOf();

  return {
    bff,
    baseUrl,
    client,
    clientOf,
    database,
    /** What the host lends instead of `token-of-…`, by realm. */
    tokens,
    /** Another process' worth of the same BFF. */
    createSibling: create,
    /** Sales tracking on, and an accounting channel on the business' first connection. */
    async openChannel(initialSyncDate = '2026-01-01', startSync = false) {
      await client.setSalesTracking({ body: { enabled: true } });
      const [connection] = (await client.listConnections()).items;
      if (!connection) throw new Error('The test gave the business no connection.');
      return client.createChannel({
        body: { type: 'accounting', connectionId: connection.id, initialSyncDate, startSync },
      });
    },
    async ended(runId: string): Promise<Run> {
      for (;;) {
        const run = await client.getRun({ params: { runId } });
        if (run.endedAt) return run;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    },
    async stop(): Promise<void> {
      await new Promise((resolve) => server.close(resolve));
      await bff.close();
      await database.dropDatabase();
      await database.close();
    },
  };
}
