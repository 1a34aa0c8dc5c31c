import type { AccountingProvider, CompanyChange } from '@sales-channels/bff/provider';
import { z } from 'zod';
import { parseInstant } from '../data/instant.ts';
import { ENTITIES } from '../data/query.ts';
import { parseJson } from '../parse-json.ts';
import { isSignedWith } from './signature.ts';

/** One event of today's format, an array of CloudEvents. */
const CloudEvent = z.object({
  type: z.string(),
  intuitaccountid: z.string().min(1),
  time: z.unknown(),
});

/** One company's part of the format before it. */
const Notification = z.object({
  realmId: z.string().min(1),
  dataChangeEvent: z.object({ entities: z.array(z.unknown()) }),
});
const Entity = z.object({ name: z.string(), lastUpdated: z.unknown() });

const saleEntities = new Set(Object.values(ENTITIES).map((name) => name.toLowerCase()));

/** Makes what reads the notifications of QuickBooks' webhooks, in both of their formats. */
export function createReadNotification(
  verifierToken: string,
): NonNullable<AccountingProvider['readNotification']> {
  return ({ headers, body }) => {
    if (!isSignedWith(verifierToken, body, headers['intuit-signature'])) return null;
    const content = parseJson(new TextDecoder().decode(body));
    if (Array.isArray(content)) return content.flatMap(changeOfCloudEvent);
    const { eventNotifications } = (content ?? {}) as { eventNotifications?: unknown };
    return Array.isArray(eventNotifications) ? eventNotifications.flatMap(changesOfNotification) : [];
  };
}

/** `qbo.invoice.updated.v1`: what happened to what. */
function changeOfCloudEvent(event: unknown): CompanyChange[] {
  const parsed = CloudEvent.safeParse(event);
  if (!parsed.success) return [];
  const { type, intuitaccountid: realmId, time } = parsed.data;
  const [product, entity] = type.toLowerCase().split('.');
  if (product !== 'qbo' || !saleEntities.has(entity ?? '')) return [];
  return [{ realmId, changedAt: parseInstant(time) }];
}

function changesOfNotification(notification: unknown): CompanyChange[] {
  const parsed = Notification.safeParse(notification);
  if (!parsed.success) return [];
  const { realmId, dataChangeEvent } = parsed.data;
  return dataChangeEvent.entities.flatMap((entity) => {
    const { success, data } = Entity.safeParse(entity);
    if (!success || !saleEntities.has(data.name.toLowerCase())) return [];
    return [{ realmId, changedAt: parseInstant(data.lastUpdated) }];
  });
}
