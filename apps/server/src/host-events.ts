import type { ReconnectRequired } from '@sales-channels/bff';
import { Webhook } from 'standardwebhooks';

const TIMEOUT_MS = 10_000;

/** Tells the host's backend of events over HTTP, signed as Standard Webhooks are. */
export function createHostEvents({ url, secret }: { url: string; secret: string }) {
  const webhook = new Webhook(secret);

  /** @throws when the host did not answer 2xx in time; whoever told then tells again, by the same id. */
  async function post(id: string, event: { type: string; timestamp: string; data: object }): Promise<void> {
    const body = JSON.stringify(event);
    const now = new Date();
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'webhook-id': id,
        'webhook-timestamp': String(Math.floor(now.getTime() / 1000)),
        'webhook-signature': webhook.sign(id, now, body),
      },
      body,
      redirect: 'error',
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    await response.body?.cancel();
    if (!response.ok) throw new Error(`The host answered ${response.status} to the event ${event.type}.`);
  }

  return {
    reconnectRequired: (event: ReconnectRequired): Promise<void> =>
      post(event.incidentId, { type: 'connection.reconnect_required', timestamp: event.at, data: event }),
  };
}
