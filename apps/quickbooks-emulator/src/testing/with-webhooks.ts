import { beforeEach, expect } from 'vitest';
import type { Switches } from '../switches.ts';
import type { Delivery } from '../webhooks/delivery.ts';
import type { Shown } from './with-documents.ts';
import { otherRealm, realm, withEmulator } from './with-emulator.ts';
import { withWebhookEndpoint } from './with-webhook-endpoint.ts';

export const verifierToken = 'verifier-1';

export type ShownDelivery = Omit<Delivery, 'dueAt'> & { readonly nextAttemptAt: string | null };

/** An emulator as new before each test, connected to two companies, and an endpoint that hears of their changes. */
export function withWebhooks() {
  const emulator = withEmulator();
  const endpoint = withWebhookEndpoint();
  const control = <Body>(path: string, body?: unknown) => emulator().control<Body>(path, body);
  beforeEach(async () => {
    await control('reset', {});
    await emulator().connect(realm);
    await emulator().connect(otherRealm);
    await control('webhook', { url: endpoint.url(), verifierToken });
  });
  const deliveries = async () => (await control<ShownDelivery[]>('webhook/deliveries')).body;
  return {
    emulator,
    endpoint,
    control,
    deliveries,
    switches: (switches: Partial<Switches>) => control('switches', switches),
    create: async (of = realm, type = 'Invoice') =>
      (await control<Shown>('documents', { realm: of, type })).body.id,
    change: (id: string, kind: string, type = 'Invoice', of = realm) =>
      control(`documents/${type}/${id}/${kind}?realm=${of}`, {}),
    advance: (advanceSeconds: number) => control('clock', { advanceSeconds }),
    posts: async (count: number) => {
      await expect.poll(() => endpoint.received.length).toBe(count);
      return endpoint.received;
    },
    attempts: async (count: number) => {
      const made = async () => (await deliveries()).map((each) => each.attempts.length);
      await expect.poll(made).toContain(count);
    },
  };
}
