import { randomUUID } from 'node:crypto';
import type { Attempt, Delivery, WebhookEndpoint } from './delivery.ts';
import { signatureFor } from './signature.ts';

/** Posts a notification once. Redirects are not followed. */
export async function postNotification(
  endpoint: WebhookEndpoint,
  delivery: Delivery,
  sentAt: number,
  timeoutMilliseconds: number,
  stopped: AbortSignal,
): Promise<Attempt> {
  const at = new Date(sentAt).toISOString();
  const signature = signatureFor(delivery.signing, delivery.body, endpoint.verifierToken);
  const timeout = AbortSignal.timeout(timeoutMilliseconds);
  try {
    const response = await fetch(endpoint.url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.any([timeout, stopped]),
      headers: {
        accept: 'application/json',
        'content-type': 'application/json; charset=utf-8',
        'user-agent': 'intuit_notification_server/1.0',
        ...(signature !== undefined && { 'intuit-signature': signature }),
        ...(delivery.format === 'classic' && {
          'intuit-created-time': at,
          'intuit-t-id': randomUUID(),
          'intuit-notification-schema-version': '1.0',
        }),
      },
      body: delivery.body,
    });
    await response.body?.cancel();
    return { at, outcome: response.status };
  } catch {
    return { at, outcome: timeout.aborted ? 'timeout' : 'unreachable' };
  }
}

export function isAcknowledged({ outcome }: Attempt): boolean {
  return typeof outcome === 'number' && outcome >= 200 && outcome < 300;
}
