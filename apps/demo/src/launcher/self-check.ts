import { setTimeout as wait } from 'node:timers/promises';
import { createSessionSigner } from '@sales-channels/bff/session';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { createClient } from '@sales-channels/contract/client';
import type { Run } from '@sales-channels/contract';
import { compareWithTruth } from '../../e2e/support/compare-with-truth.ts';
import { SELF_CHECK_REALM } from './companies.ts';
import { createHttpBrowser } from './http-browser.ts';
import { approve } from './sign-in.ts';
import type { Demo } from './start-demo.ts';

const EVERYTHING_FROM = '2000-01-01';

export interface SelfCheck {
  matched: number;
  documents: number;
  providerCalls: number;
  differences: string[];
}

/**
 * Connects a company of a business nobody else uses, imports its sales through the API and compares each with what the company
 * really holds.
 */
export async function runSelfCheck(demo: Demo): Promise<SelfCheck> {
  const { places, hostUrl, sessionKey } = demo;
  const sign = createSessionSigner(sessionKey);
  const client = createClient({
    baseUrl: places.bff.url,
    getToken: () =>
      sign({
        business: { id: 'self-check', name: 'Self-check' },
        user: { id: 'launcher', name: 'The launcher' },
        permissions: ['read', 'sync', 'manage'],
        entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 1 },
        timeZone: 'UTC',
        homeCurrency: 'USD',
        allowedOrigins: [hostUrl],
      }),
  });
  await client.setSalesTracking({ body: { enabled: true } });
  const channelId = (await syncExisting(client)) ?? (await makeChannel(client, hostUrl));
  const run = await untilEnded(client, channelId);
  if (run.state !== 'succeeded') throw new Error(`The sync of the self-check ended as ${run.state}.`);
  const comparison = await compareWithTruth({
    client,
    emulatorUrl: places.emulator.url,
    realmId: SELF_CHECK_REALM,
  });
  return { ...comparison, providerCalls: run.providerCalls };
}

/** The channel of an earlier start, where everything was kept. */
async function syncExisting(client: SalesChannelsClient): Promise<string | null> {
  const channel = (await client.listChannels()).items.find(({ type }) => type === 'accounting');
  if (!channel) return null;
  if (!channel.currentRun) await client.syncChannel({ params: { channelId: channel.id } });
  return channel.id;
}

async function makeChannel(client: SalesChannelsClient, hostUrl: string): Promise<string> {
  const connectionId = await connect(client, hostUrl);
  const channel = await client.createChannel({
    body: { type: 'accounting', connectionId, initialSyncDate: EVERYTHING_FROM },
  });
  return channel.id;
}

async function connect(client: SalesChannelsClient, hostUrl: string): Promise<string> {
  const started = await client.startAuthorization({ body: { provider: 'quickbooks' } });
  const browser = createHttpBrowser();
  const question = await browser.open(started.startUrl, hostUrl);
  const signIn = await browser.submit(question, { answer: 'continue' });
  await approve(browser, signIn, SELF_CHECK_REALM);
  const { connectionId, status } = await client.getAuthorization({ params: { authorizationId: started.id } });
  if (connectionId === null) throw new Error(`The sign-in of the self-check ended as ${status}.`);
  return connectionId;
}

async function untilEnded(client: SalesChannelsClient, channelId: string): Promise<Run> {
  for (;;) {
    const { lastRun, currentRun } = await client.getChannel({ params: { channelId } });
    if (lastRun && !currentRun) return lastRun;
    await wait(100);
  }
}
