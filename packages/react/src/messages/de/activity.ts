import type { Messages } from '../messages.ts';

const named = (what: string | null) => (what === null ? '' : ` ${what}`);
const of = (what: string | null) => (what === null ? '' : ` von ${what}`);
const company = (what: string | null) => what ?? 'ein Unternehmen';

export const activityMessages: Messages['activity'] = {
  open: 'Aktivität',
  title: 'Aktivität',
  text: 'Wer Verbindungen, Verkaufskanäle und manuelle Verkäufe geändert hat, Neuestes zuerst.',
  listLabel: 'Aktivität, Neuestes zuerst',
  actions: {
    sales_tracking_enabled: (who) => `${who} hat die Verkaufserfassung eingeschaltet`,
    sales_tracking_disabled: (who) => `${who} hat die Verkaufserfassung ausgeschaltet`,
    connection_connected: (who, what) => `${who} hat ${company(what)} verbunden`,
    connection_reconnected: (who, what) => `${who} hat ${company(what)} neu verbunden`,
    connection_disconnected: (who, what) => `${who} hat ${company(what)} getrennt`,
    channel_created: (who, what) => `${who} hat den Verkaufskanal${named(what)} verbunden`,
    channel_activated: (who, what) => `${who} hat den Verkaufskanal${named(what)} aktiviert`,
    channel_deactivated: (who, what) => `${who} hat den Verkaufskanal${named(what)} deaktiviert`,
    channel_removed: (who, what) => `${who} hat den Verkaufskanal${named(what)} entfernt`,
    initial_sync_date_moved: (who, what) => `${who} hat das Startdatum${of(what)} verschoben`,
    sync_requested: (who, what) => `${who} hat eine Synchronisierung${of(what)} gestartet`,
    manual_sale_created: (who, what) => `${who} hat den manuellen Verkauf${named(what)} angelegt`,
    manual_sale_changed: (who, what) => `${who} hat den manuellen Verkauf${named(what)} geändert`,
    manual_sale_voided: (who, what) => `${who} hat den manuellen Verkauf${named(what)} storniert`,
    unknown: (who, what) =>
      `${who} hat etwas getan, wofür diese Seite zu alt ist${what === null ? '' : ` (${what})`}`,
  },
  more: 'Ältere Aktivität zeigen',
  moreFailed: 'Ältere Aktivität konnte nicht geladen werden',
  emptyTitle: 'Bisher ist nichts geschehen',
  emptyText: 'Was hier ab jetzt geändert wird, steht hier mit Namen und Uhrzeit.',
  failedTitle: 'Die Aktivität konnte nicht geladen werden',
};
