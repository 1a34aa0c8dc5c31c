import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SalesChannelsBff, SalesChannelsBffOptions } from '@sales-channels/bff';
import type { QuickBooksConfig } from '@sales-channels/quickbooks';
import type { CompanySeed, EmulatorOptions } from '@sales-channels/quickbooks-emulator';
import { startQuickBooksEmulator } from '@sales-channels/quickbooks-emulator';
import type { Run } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import express from 'express';
import { MongoClient } from 'mongodb';
import { inject, vi } from 'vitest';
import { createBusiness } from '../rig/business.ts';
import { createBff } from '../rig/create-bff.ts';
import { createControl } from '../rig/control.ts';

declare module 'vitest' {
  interface ProvidedContext {
    mongodbUri: string;
  }
}

// Repetitions wait for seconds, as they do for a provider.
vi.setConfig({ testTimeout: 120_000 });

const PUBLIC_URL = 'http://sales.example.com';
export const DAY = 86_400;
const REALMS = ['9341460000000001', '9341460000000002'] as const;

interface DeploymentOptions {
  /** Each a BFF of its own on the one database. */
  serverCount?: number;
  /** Documents of each kind in each company. */
  documents?: number;
  emulator?: EmulatorOptions;
  quickBooks?: Partial<QuickBooksConfig>;
  bff?: Partial<SalesChannelsBffOptions>;
}

interface OpenOptions {
  realmId?: string;
  isSynced?: boolean;
}

export interface Counters {
  calls: number;
  metered: number;
  byKind: Record<string, number | undefined>;
  byStatus: Record<string, number | undefined>;
}

export type Deployment = Awaited<ReturnType<typeof startDeployment>>;

/** Servers in this process, with the emulator and a clock that both follow; nothing syncs by itself. */
export async function startDeployment(options: DeploymentOptions = {}) {
  const { serverCount = 1, documents = 2, emulator: emulated, quickBooks, bff: settings } = options;
  const databaseUri = inject('mongodbUri');
  const databaseName = `limits-${randomUUID().slice(0, 13)}`;
  const companies: CompanySeed[] = REALMS.map((realmId) => ({
    realmId,
    name: `Company ${realmId}`,
    documents,
  }));
  const emulator = await startQuickBooksEmulator({
    redirectUris: [`${PUBLIC_URL}/connect/callback`],
    companies,
    ...emulated,
  });
  const control = createControl(emulator.url);
  let lead = (emulated?.now?.getTime() ?? Date.now()) - Date.now();
  const clock = () => new Date(Date.now() + lead);

  const bffs: SalesChannelsBff[] = [];
  for (let index = 0; index < serverCount; index += 1)
    bffs.push(
      await createBff({
        databaseUri,
        databaseName,
        publicUrl: PUBLIC_URL,
        emulatorUrl: emulator.url,
        ...(quickBooks && { quickBooks }),
        syncEveryMinutes: null,
        clock,
        ...settings,
      }),
    );
  const [first] = bffs;
  if (!first) throw new Error('A deployment has a server at least.');
  const servers = await Promise.all(
    bffs.map(async ({ router }) => {
      const server = createServer(express().use(router)).listen(0, '127.0.0.1');
      await once(server, 'listening');
      return server;
    }),
  );
  let asked = 0;
  /** Each in turn. */
  const serverUrl = () => {
    const address = servers[(asked += 1) % servers.length]?.address() as AddressInfo;
    return `http://127.0.0.1:${address.port}`;
  };

  const businessOf = (id: string, realmId: string = REALMS[0]) =>
    createBusiness({ id, realmId, serverUrl, publicUrl: PUBLIC_URL });

  return {
    bffs,
    first,
    databaseName,
    emulatorUrl: emulator.url,
    serverUrl,
    control,
    realms: REALMS,
    businessOf,
    /** Moves everybody's clock. */
    advance: async (seconds: number): Promise<void> => {
      await control('clock', { advanceSeconds: seconds });
      lead += seconds * 1000;
    },
    counters: (realmId?: string) =>
      control<Counters>(`counters${realmId === undefined ? '' : `?realm=${realmId}`}`),
    /** A business that has signed in and has a channel; its first sync is done unless told otherwise. */
    open: async (id = 'brightwater', { realmId, isSynced = true }: OpenOptions = {}) => {
      const business = businessOf(id, realmId);
      await business.client.setSalesTracking({ body: { enabled: true } });
      const connectionId = await business.connect();
      const channel = await business.open(connectionId, '2020-01-01', false);
      const ended = async (runId: string): Promise<Run> => {
        for (;;) {
          const run = await business.client.getRun({ params: { runId } });
          if (run.endedAt) return run;
          await new Promise((resolve) => setTimeout(resolve, 50));
        }
      };
      /** A whole sync; one that has begun by itself will do. */
      const sync = async () => {
        const asking = business.client.syncChannel({ params: { channelId: channel.id } });
        const runId = await asking.then(
          ({ id }) => id,
          (error: unknown) => {
            if (error instanceof ApiProblem && error.problem?.runId) return error.problem.runId;
            throw error;
          },
        );
        return ended(runId);
      };
      const connection = async () => {
        const found = (await business.client.listConnections()).items.find((one) => one.id === connectionId);
        if (!found) throw new Error('The connection is gone.');
        return found;
      };
      if (isSynced) {
        await first.worker.start();
        await sync();
      }
      return { ...business, connectionId, channelId: channel.id, sync, ended, connection };
    },
    async stop(): Promise<void> {
      await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
      await Promise.all(bffs.map((bff) => bff.close()));
      await emulator.stop();
      const mongo = await MongoClient.connect(databaseUri);
      await mongo.db(databaseName).dropDatabase();
      await mongo.close();
    },
  };
}
