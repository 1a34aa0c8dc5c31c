import { afterAll, beforeAll, vi } from 'vitest';
import { startQuickBooksEmulator } from '../index.ts';
import type { EmulatorOptions } from '../options.ts';
import { authorizationParameters, createEmulatorClient, type EmulatorClient } from './emulator-client.ts';

export const realm = '9341450000000042';
export const otherRealm = '9341450000000043';

export const testCompanies = [
  { realmId: realm, name: 'Test Company', documents: { invoices: 300, salesReceipts: 120, creditMemos: 40 } },
  { realmId: otherRealm, name: 'Other Company', documents: 5 },
];

/** Starts one emulator for the tests of a file and stops it after them. */
export function withEmulator(options: EmulatorOptions = {}): () => EmulatorClient {
  vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
  let client: EmulatorClient | undefined;
  let stop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const emulator = await startQuickBooksEmulator({
      redirectUris: [authorizationParameters.redirect_uri],
      companies: testCompanies,
      ...options,
    });
    client = createEmulatorClient(emulator.url);
    stop = () => emulator.stop();
  });
  afterAll(async () => stop?.());
  return () => {
    if (!client) throw new Error('The emulator starts before the first test, not while the file is read.');
    return client;
  };
}
