import { once } from 'node:events';
import { createServer } from 'node:http';
import { join } from 'node:path';
import type { RunningDatabase } from '@sales-channels/dev-database';
import { startDevDatabase } from '@sales-channels/dev-database';
import type { EmulatorOptions } from '@sales-channels/quickbooks-emulator';
import { MongoClient } from 'mongodb';
import { createBackend } from '../backend/create-backend.ts';
import { emulatorAt, intuit } from '../backend/quickbooks/quickbooks-app.ts';
import { buildPages } from './build-pages.ts';
import { companies } from './companies.ts';
import type { Names } from './places.ts';
import { placesOf } from './places.ts';
import { choosePorts } from './ports.ts';
import { openSecrets } from './secrets.ts';
import { signInBrightwater } from './sign-in.ts';
import { startChild } from './start-child.ts';

/** An app registered at Intuit. */
export interface IntuitApp {
  clientId: string;
  clientSecret: string;
  environment: 'sandbox' | 'production';
}

export interface DemoOptions {
  /** 4200, 4300 and 4400, or whichever are free. */
  ports: 'fixed' | 'free';
  /** What browsers call the parts; all `localhost` unless given. */
  hosts?: Names;
  /** Documents of each type in Kestrel's company; a few hundred unless given. */
  documents?: number;
  /** Talks to Intuit; with the emulator unless given. */
  intuitApp?: IntuitApp;
  /** Whether QuickBooks tells of changes at once; it does unless given. Tests that sync by hand have it silent. */
  hasWebhooks?: boolean;
  /** Folder in which the database and the emulator are kept between starts; both are new at each start unless given. */
  keepIn?: string;
  log?: (line: string) => void;
}

export type Demo = Awaited<ReturnType<typeof startDemo>>;

const EMULATOR_APP = { clientId: 'northwind-demo', clientSecret: 'northwind-demo-secret' };

/** No database can be started on this machine; the message says why. */
export class NoDatabaseError extends Error {}

/**
 * Starts database, emulator, server and host, and signs Brightwater in to its company.
 * @throws NoDatabaseError; Error when a port is taken or a part does not start. Whatever was started is stopped then.
 */
export async function startDemo(options: DemoOptions) {
  const { keepIn, intuitApp, hasWebhooks = true, log = () => {} } = options;
  const ports = await choosePorts(options.ports, intuitApp ? ['host', 'bff'] : ['host', 'bff', 'emulator']);
  const places = placesOf(ports, options.hosts);
  const { host, bff, emulator } = places;
  const secrets = openSecrets(keepIn);
  const redirectUris = [`${bff.browserUrl}/connect/callback`, `${host.browserUrl}/quickbooks/callback`];
  const stops: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const end of stops.splice(0).reverse()) await end().catch((error: unknown) => log(String(error)));
  };

  async function startEmulator(): Promise<void> {
    if (intuitApp) return;
    const emulatorOptions: EmulatorOptions = {
      ...EMULATOR_APP,
      appName: 'Northwind Assemblies',
      port: emulator.port,
      redirectUris,
      companies: companies(options.documents),
      ...(hasWebhooks && {
        webhook: { url: `${bff.url}/webhooks/quickbooks`, verifierToken: secrets.webhooks },
      }),
      ...(keepIn !== undefined && { stateFile: join(keepIn, 'quickbooks.json') }),
    };
    const child = startChild({
      name: 'emulator',
      program: new URL('./emulator-process.ts', import.meta.url),
      env: { EMULATOR_OPTIONS: JSON.stringify(emulatorOptions) },
      log,
    });
    stops.push(() => child.stop());
    await child.untilReady(`${emulator.url}/control/state`);
  }

  async function startDatabase(): Promise<RunningDatabase> {
    try {
      const dataDirectory = keepIn === undefined ? {} : { dataDirectory: join(keepIn, 'database') };
      const started = await startDevDatabase({ ...dataDirectory, log });
      stops.push(() => started.stop());
      return started;
    } catch (error) {
      throw new NoDatabaseError(error instanceof Error ? error.message : String(error), { cause: error });
    }
  }

  async function startServer(mongoUri: string, database: string): Promise<number> {
    const child = startChild({
      name: 'server',
      program: new URL('../../../server/src/main.ts', import.meta.url),
      env: {
        MONGODB_URI: mongoUri,
        MONGODB_DATABASE: database,
        PORT: String(bff.port),
        PUBLIC_URL: bff.browserUrl,
        PRODUCT_NAME: 'Northwind Assemblies',
        SESSION_SECRETS: `demo:${secrets.session}`,
        ENCRYPTION_KEYS: `demo:${secrets.encryption}`,
        QUICKBOOKS_CLIENT_ID: intuitApp?.clientId ?? EMULATOR_APP.clientId,
        QUICKBOOKS_CLIENT_SECRET: intuitApp?.clientSecret ?? EMULATOR_APP.clientSecret,
        QUICKBOOKS_ENVIRONMENT: intuitApp?.environment ?? 'emulator',
        QUICKBOOKS_EMULATOR_URL: emulator.url,
        QUICKBOOKS_EMULATOR_BROWSER_URL: emulator.browserUrl,
        QUICKBOOKS_WEBHOOK_VERIFIER_TOKEN: secrets.webhooks,
        HOST_API_KEY: secrets.apiKey,
        HOST_BACKEND_URL: host.url,
        HOST_PRODUCTS: 'on',
        CONNECTION_USES: 'Item sync,Build exports',
        HOST_EVENTS_URL: `${host.url}/sales-channels/events`,
        HOST_EVENTS_SECRET: secrets.events,
        LOG_LEVEL: 'warn',
      },
      log,
    });
    stops.push(() => child.stop());
    await child.untilReady(`${bff.url}/readyz`);
    return child.pid;
  }

  try {
    const [database, pages] = await Promise.all([startDatabase(), buildPages(), startEmulator()]);
    const mongo = await MongoClient.connect(database.uri);
    stops.push(() => mongo.close());
    const names = databaseNames(keepIn !== undefined);
    if (keepIn === undefined)
      stops.push(() => Promise.all([names.bff, names.host].map((name) => mongo.db(name).dropDatabase())));
    // One after the other: making the first indexes of two at once may end in a deadlock of the development database.
    const backend = await createBackend({
      mongo,
      databaseName: names.host,
      publicUrl: host.browserUrl,
      salesChannels: {
        url: bff.url,
        browserUrl: bff.browserUrl,
        sessionKey: { keyId: 'demo', secret: secrets.session },
        apiKey: secrets.apiKey,
        eventsSecret: secrets.events,
      },
      quickBooks: {
        ...(intuitApp ?? EMULATOR_APP),
        ...(intuitApp ? intuit(intuitApp.environment) : emulatorAt(emulator.url, emulator.browserUrl)),
        redirectUri: `${host.browserUrl}/quickbooks/callback`,
      },
      hasOpeningStock: !intuitApp,
      pages,
      log,
    });
    const serverPid = await startServer(database.uri, names.bff);
    const server = createServer(backend.app).listen(host.port, '127.0.0.1');
    await once(server, 'listening');
    stops.push(() => {
      server.closeAllConnections();
      return once(server.close(), 'close');
    });
    if (!intuitApp && !(await backend.isSignedIn('brightwater'))) await signInBrightwater(host.browserUrl);
    const following = backend.follow();
    stops.push(() => following.stop());
    return {
      /** What a browser opens. */
      hostUrl: host.browserUrl,
      bffUrl: bff.browserUrl,
      emulatorUrl: emulator.browserUrl,
      places,
      engine: database.engine,
      serverPid,
      redirectUris,
      sessionKey: { keyId: 'demo', secret: secrets.session },
      backend,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** A database of somebody else's may be used by two demos at once. */
function databaseNames(isKept: boolean) {
  const suffix = isKept ? '' : `-${process.pid}-${Date.now().toString(36)}`;
  return { host: `northwind${suffix}`, bff: `sales-channels${suffix}` };
}
