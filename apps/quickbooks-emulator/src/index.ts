import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createApp } from './http/app.ts';
import { createStateKeeper } from './keep-state.ts';
import type { EmulatorOptions } from './options.ts';
import { readState } from './state-file.ts';
import { createWorld } from './world.ts';

export { catalogue, type CatalogueItem, type CatalogueItemType, shippingItemId } from './catalogue.ts';
export type { Truth } from './company/truth.ts';
export { type CompanySeed, defaultCompanies, type DocumentCounts, type EmulatorOptions } from './options.ts';
export { defaultSwitches, type Switches } from './switches.ts';
export type { WebhookEndpoint } from './webhooks/delivery.ts';

export interface RunningEmulator {
  readonly port: number;
  /** `http://127.0.0.1:4400`, without a slash at the end. */
  readonly url: string;
  /** Ends all connections and frees the port. */
  stop(): Promise<void>;
}

/**
 * Starts a QuickBooks Online that exists on this machine only.
 * @throws the listening error when the port is taken; RangeError when a company's dates make no sense;
 * Error when `stateFile` holds something else
 */
export async function startQuickBooksEmulator(options: EmulatorOptions = {}): Promise<RunningEmulator> {
  const host = options.host ?? '127.0.0.1';
  const { stateFile } = options;
  const world = createWorld(options, stateFile === undefined ? undefined : readState(stateFile));
  const keeper = stateFile === undefined ? undefined : createStateKeeper(world, stateFile);
  // Connections are kept about as long as load balancers keep them: the default of 5 s is met by any busy client.
  const server = createServer({ keepAliveTimeout: 60_000 }, createApp(world, keeper?.middleware));
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, host, resolve);
  });
  keeper?.save();
  const { port } = server.address() as AddressInfo;
  return {
    port,
    url: `http://${host.includes(':') ? `[${host}]` : host}:${port}`,
    stop: async () => {
      world.webhooks.clear();
      await new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      });
      keeper?.finish();
    },
  };
}
