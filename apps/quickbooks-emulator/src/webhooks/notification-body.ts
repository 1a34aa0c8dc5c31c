import { createHash, randomInt } from 'node:crypto';
import type { ChangeEvent, ChangeOperation } from './change-event.ts';

export const webhookFormats = ['cloudEvents', 'classic'] as const;
export type WebhookFormat = (typeof webhookFormats)[number];

const pastTense: Readonly<Record<ChangeOperation, string>> = {
  Create: 'created',
  Update: 'updated',
  Delete: 'deleted',
  Void: 'voided',
  Emailed: 'emailed',
};

/** The body of one notification, which may tell of several companies. */
export function notificationBody(
  format: WebhookFormat,
  events: readonly ChangeEvent[],
  clientId: string,
): string {
  return JSON.stringify(format === 'classic' ? classicBody(events) : cloudEvents(events, clientId));
}

function classicBody(events: readonly ChangeEvent[]) {
  const realms = new Set(events.map((event) => event.realmId));
  return {
    eventNotifications: [...realms].map((realmId) => ({
      realmId,
      dataChangeEvent: {
        entities: events
          .filter((event) => event.realmId === realmId)
          .map((event) => ({
            name: event.type,
            id: event.documentId,
            operation: event.operation,
            lastUpdated: `${new Date(event.at).toISOString().slice(0, 19)}.000Z`,
          })),
      },
    })),
  };
}

function cloudEvents(events: readonly ChangeEvent[], clientId: string) {
  const source = `intuit.${createHash('sha256').update(clientId).digest('base64')}`;
  return events.map((event) => ({
    specversion: '1.0',
    id: event.id,
    source,
    type: `qbo.${event.type.toLowerCase()}.${pastTense[event.operation]}.v1`,
    datacontenttype: 'application/json',
    time: nanosecondInstant(event.at),
    intuitentityid: event.documentId,
    intuitaccountid: event.realmId,
    data: {},
  }));
}

/** The service writes nanoseconds; the emulator's clock has none, so that they are made up. */
function nanosecondInstant(milliseconds: number): string {
  const finer = String(randomInt(1_000_000)).padStart(6, '0');
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${finer}Z`;
}
