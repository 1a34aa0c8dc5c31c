import { randomBytes, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createSalesChannelsBff } from '@sales-channels/bff';
import { createSessionSigner } from '@sales-channels/bff/session';
import { createClient } from '@sales-channels/contract/client';
import { startDevDatabase } from '@sales-channels/dev-database';
import type { Request, Response } from 'express';
import express from 'express';
import { MongoClient } from 'mongodb';
import { buildPage } from './build-page.ts';
import { createProviderSite, createSignInProvider } from './provider.ts';

export type Sites = Awaited<ReturnType<typeof startSites>>;

/**
 * A host, a BFF, a provider and a page that frames the host, each a site of its own to a browser. Each has a name under
 * `localhost`, which makes it trusted enough for its opener policy to count.
 */
export async function startSites() {
  const stops: (() => Promise<unknown>)[] = [];
  const listen = async (name: string, app: express.Express) => {
    const server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    stops.push(() => {
      server.closeAllConnections();
      return once(server.close(), 'close');
    });
    const { port } = server.address() as AddressInfo;
    return { origin: `http://${name}.localhost:${port}`, url: `http://127.0.0.1:${port}` };
  };
  const exchanged: string[] = [];
  const secret = randomBytes(32).toString('hex');
  const sign = createSessionSigner({ keyId: 'host', secret });

  const [script, database] = await Promise.all([buildPage(), startDevDatabase()]);
  stops.push(() => database.stop());
  const databaseName = `sign-ins-${randomUUID().slice(0, 13)}`;
  const mongo = await MongoClient.connect(database.uri);
  stops.push(() => mongo.close());
  stops.push(() => mongo.db(databaseName).dropDatabase());

  const bffApp = express();
  const { origin: bffOrigin, url: bffUrl } = await listen('bff', bffApp);
  const { origin: providerOrigin } = await listen('books', createProviderSite());
  const bff = await createSalesChannelsBff({
    databaseUri: database.uri,
    databaseName,
    publicUrl: bffOrigin,
    productName: 'Northwind',
    sessionSecrets: { host: secret },
    encryption: { keys: { a: randomBytes(32).toString('base64') }, currentKeyId: 'a' },
    providers: (['plain', 'isolated'] as const).map((id) =>
      createSignInProvider(id, () => providerOrigin, exchanged),
    ),
  });
  stops.push(() => bff.close());
  bffApp.use(bff.router);

  const hostApp = express();
  const { origin: hostOrigin } = await listen('host', hostApp);
  const tokenOf = (business: string) =>
    sign({
      business: { id: business, name: business },
      user: { id: 'dana', name: 'Dana' },
      permissions: ['read', 'manage'],
      entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 5 },
      timeZone: 'UTC',
      homeCurrency: 'USD',
      allowedOrigins: [hostOrigin],
    });
  hostApp.get('/session', async (request, response) => {
    response.send(await tokenOf(textIn(request, 'business')));
  });
  hostApp.get('/page.js', (_, response) => void response.type('js').send(script));
  hostApp.get('/', (request, response) => {
    isolate(request, response);
    response.send(
      `<!doctype html><title>Host</title><body data-bff="${bffOrigin}"><script type="module" src="/page.js"></script>`,
    );
  });
  const portal = express().get('/', (request, response) => {
    isolate(request, response);
    const frame = textIn(request, 'frame').replaceAll('&', '&amp;');
    response.send(
      `<!doctype html><title>Portal</title><iframe src="${frame}" width="600" height="400"></iframe>`,
    );
  });

  return {
    hostOrigin,
    bffOrigin,
    providerOrigin,
    portalOrigin: (await listen('portal', portal)).origin,
    /** Codes that were exchanged so far. */
    exchanged,
    /** What the server has of a business. */
    connectionsOf: async (business: string) => {
      const client = createClient({ baseUrl: bffUrl, getToken: () => tokenOf(business) });
      return (await client.listConnections()).items;
    },
    async stop(): Promise<void> {
      for (const stop of stops.splice(0).reverse()) await stop();
    },
  };
}

function textIn(request: Request, name: string): string {
  const value = request.query[name];
  return typeof value === 'string' ? value : '';
}

/** Gives a page the opener policy its address asks for. */
function isolate(request: Request, response: Response): void {
  const coop = textIn(request, 'coop');
  if (coop !== '') response.set('cross-origin-opener-policy', coop);
}
