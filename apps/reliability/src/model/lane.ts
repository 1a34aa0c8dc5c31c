import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { SalesChannelsBff } from '@sales-channels/bff';
import { startQuickBooksEmulator } from '@sales-channels/quickbooks-emulator';
import type { RequestHandler, Router } from 'express';
import express from 'express';
import { MongoClient } from 'mongodb';
import { createBff } from '../rig/create-bff.ts';
import { createControl } from '../rig/control.ts';
import type { DatabaseProxy } from '../rig/database-proxy.ts';
import { startDatabaseProxy } from '../rig/database-proxy.ts';

/** Next year: the database deletes by real time what has expired, which must not be all there is. */
export const YEAR = new Date().getUTCFullYear() + 1;
const START = new Date(`${YEAR}-02-10T15:00:00Z`);
const TIMEOUT_MS = 4000;

export type Lane = Awaited<ReturnType<typeof startLane>>;

/** A BFF, a database of its own and an emulator in this process, on one clock that is moved instead of waited for. */
export async function startLane(databaseUri: string, databaseName: string) {
  let router: Router | null = null;
  const { server, url } = await serve((request, response, next) => {
    if (router) router(request, response, next);
    else response.status(503).end();
  });
  const webhook = { url: `${url}/webhooks/quickbooks`, verifierToken: 'verifier' };
  const emulator = await startQuickBooksEmulator({
    companies: [],
    redirectUris: [`${url}/connect/callback`],
    now: START,
    webhook,
    switches: { guessWebhookGatherSeconds: 0, guessRefreshMilliseconds: 5 },
  });
  const control = createControl(emulator.url);
  const mongo = await MongoClient.connect(databaseUri);
  const database = mongo.db(databaseName);
  let lead = START.getTime() - Date.now();
  const clock = () => new Date(Date.now() + lead);
  const problems: string[] = [];
  /** What was killed and has not noticed yet. */
  const dying: Promise<unknown>[] = [];
  let running: { bff: SalesChannelsBff; proxy: DatabaseProxy; isDead: boolean };

  async function start(): Promise<typeof running> {
    const proxy = await startDatabaseProxy({ databaseUri });
    const state = { isDead: false };
    const bff = await createBff({
      databaseUri: `${proxy.uri}&serverSelectionTimeoutMS=1000`,
      databaseName,
      publicUrl: url,
      emulatorUrl: emulator.url,
      quickBooks: {
        timeouts: { data: TIMEOUT_MS, token: TIMEOUT_MS },
        webhookVerifierToken: webhook.verifierToken,
        pace: { perSecond: 1000, perMinute: 1_000_000 },
      },
      clock,
      logger: {
        info: () => {},
        warn: () => {},
        error: (fields: unknown, message: string) => {
          // What is cut off from its database may complain of it, and faults may keep a grant from being revoked.
          if (!state.isDead && !/could not be revoked/.test(message))
            problems.push(`${message}: ${describe(fields)}`);
        },
      },
    });
    await bff.worker.start();
    return Object.assign(state, { bff, proxy });
  }
  running = await start();
  router = running.bff.router;

  return {
    url,
    emulatorUrl: emulator.url,
    control,
    database,
    clock,
    /** Errors the BFF logged, oldest first; emptied by whoever looks. */
    takeProblems: () => problems.splice(0),
    async advance(seconds: number): Promise<void> {
      const { now } = await control<{ now: string }>('clock', { advanceSeconds: seconds });
      lead = Date.parse(now) - Date.now();
    },
    /** Back to the first day, with no company, fault or grant. What is stored of other companies stays. */
    async reset(): Promise<void> {
      await control('reset', {});
      lead = START.getTime() - Date.now();
      await control('webhook', webhook);
    },
    /** Cuts the BFF off from its database for ever, as a dead machine is, and starts another once its leases have run out. */
    async kill(): Promise<void> {
      const { bff, proxy } = running;
      running.isDead = true;
      proxy.cut();
      router = null;
      dying.push(
        bff
          .close()
          .catch(() => undefined)
          .then(() => proxy.stop()),
      );
      const past = new Date(0);
      await database
        .collection('channels')
        .updateMany({ leasedUntil: { $ne: null } }, { $set: { leasedUntil: past } });
      await database
        .collection('connections')
        .updateMany({ refreshLease: { $ne: null } }, { $set: { 'refreshLease.until': past } });
      running = await start();
      router = running.bff.router;
    },
    /** Another process' worth of the same BFF, at an address of its own. */
    async addServer() {
      const { bff, proxy } = await start();
      const { server: other, url: address } = await serve(bff.router);
      return {
        url: address,
        async stop(): Promise<void> {
          other.closeAllConnections();
          await once(other.close(), 'close');
          await bff.close();
          await proxy.stop();
        },
      };
    },
    async stop(): Promise<void> {
      await running.bff.close();
      await running.proxy.stop();
      await Promise.race([Promise.all(dying), new Promise((resolve) => setTimeout(resolve, 10_000).unref())]);
      server.closeAllConnections();
      await once(server.close(), 'close');
      await emulator.stop();
      await database.dropDatabase();
      await mongo.close();
    },
  };
}

async function serve(handler: RequestHandler) {
  const server = createServer(express().use(handler)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

function describe(fields: unknown): string {
  const { error } = (fields ?? {}) as { error?: unknown };
  return error instanceof Error ? (error.stack ?? error.message) : JSON.stringify(fields);
}
