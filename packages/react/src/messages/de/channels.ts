import type { Messages } from '../messages.ts';

export const channelMessages: Messages['channels'] = {
  title: 'Verkaufskanäle',
  connect: 'Verkaufskanal verbinden',
  listLabel: 'Verkaufskanäle',
  manualText: 'Von Hand eingegebene Verkäufe',
  since: (date) => `seit ${date}`,
  sinceEver: 'alle Daten',
  synced: (ago) => `synchronisiert ${ago}`,
  checkedAt: (when) => `Geprüft am ${when}`,
  countDiffers: (difference) =>
    `${difference}. Synchronisieren Sie jetzt, um alles noch einmal zu vergleichen.`,
  budgetUntil: (provider, day) =>
    `Die Abrufe bei ${provider} sind für diesen Monat aufgebraucht. Am ${day} geht die Synchronisierung von selbst weiter.`,
  signInEnds: (provider, day) =>
    `Die Anmeldung bei ${provider} läuft am ${day} ab. Melden Sie sich noch einmal an, damit die Synchronisierung weitergeht.`,
  syncNow: 'Jetzt synchronisieren',
  ofChannel: (channel) => `: ${channel}`,
  emptyTitle: 'Noch kein Buchhaltungskanal',
  emptyText: 'Verbinden Sie QuickBooks Online, um Rechnungen, Verkaufsbelege und Gutschriften zu holen.',
  plannedLabel: 'Geplante Verkaufskanäle',
  plannedTexts: { pos: 'Verkäufe aus Ihren Kassen', ecommerce: 'Bestellungen aus Ihrem Onlineshop' },
  failedTitle: 'Ihre Verkaufskanäle konnten nicht geladen werden',
  brokenRow: 'Dieser Kanal konnte nicht angezeigt werden.',
  trackingOff: 'Die Verkaufserfassung ist ausgeschaltet, daher wird nichts synchronisiert.',
  trackingOffText:
    'Die Verkaufserfassung ist ausgeschaltet, daher wird nichts synchronisiert. Ihre Kanäle und deren Verkäufe bleiben erhalten.',
  inactive: 'Solange der Kanal inaktiv ist, wird nichts synchronisiert. Seine Verkäufe bleiben erhalten.',
  notInPlan: (plan) =>
    plan === undefined
      ? 'Ihr Tarif hat keinen Platz für diesen Kanal. Seine Verkäufe bleiben erhalten.'
      : `Ihr Tarif hat keinen Platz für diesen Kanal, der Tarif ${plan} schon. Seine Verkäufe bleiben erhalten.`,
  disconnected: (provider) =>
    `${provider} ist getrennt. Verbinden Sie dasselbe Unternehmen, um weiterzumachen.`,
  reconnectRequired: (provider) => `Sie müssen sich bei ${provider} noch einmal anmelden.`,
  reconnectAtHost: 'Melden Sie sich dort noch einmal an, wo diese App ihre Verbindungen verwaltet.',
  reconnect: 'Neu verbinden',
  connectAgain: 'Wieder verbinden',
  seeDocuments: 'Belege ansehen',
  seeDetails: 'Details ansehen',
  activate: 'Aktivieren',
  activateNeedsPermission: 'Wer Verkaufskanäle verwaltet, kann ihn aktivieren.',
  syncAll: 'Alle synchronisieren',
  syncAllRefused: (channel, reason) => `${channel}: ${reason}`,
  reconnectNeedsPermission: 'Wer Verkaufskanäle verwaltet, kann sich noch einmal anmelden.',
  unknownStatus: 'Laden Sie die Seite neu, um zu sehen, wie es um diesen Kanal steht.',
  neverSynced: 'Es wurden noch keine Verkäufe geholt.',
  syncFailed: (when) => `Die Synchronisierung ist fehlgeschlagen (${when}).`,
  syncNeedsPermission: 'Ihre Rolle umfasst das Synchronisieren nicht.',
  connectNeedsPermission: 'Ihre Rolle umfasst die Verwaltung von Verkaufskanälen nicht.',
  types: {
    accounting: 'Buchhaltung',
    manual: 'Manuell',
    pos: 'Kasse',
    ecommerce: 'Onlineshop',
    unknown: 'Neuer als diese Seite',
  },
  statuses: {
    inactive: 'Inaktiv',
    not_in_plan: 'Nicht in Ihrem Tarif',
    disconnected: 'Getrennt',
    reconnect_required: 'Anmeldung nötig',
    syncing: 'Synchronisiert',
    sync_failed: 'Fehlgeschlagen',
    completed_with_errors: 'Mit Fehlern synchronisiert',
    never_synced: 'Noch nie synchronisiert',
    up_to_date: 'Aktuell',
    active: 'Aktiv',
    unknown: 'Neuer als diese Seite',
  },
  attention: {
    budget_reached: (provider) =>
      `Die monatliche Grenze für Abrufe bei ${provider} ist erreicht. Mit dem neuen Monat geht die Synchronisierung weiter.`,
    access_lost: (provider) =>
      `${provider} gibt keinen Zugriff mehr auf dieses Unternehmen. Prüfen Sie dort das Abonnement und Ihren Benutzer.`,
    wrong_environment: (provider) =>
      `Dieses Unternehmen gehört zu einer anderen Umgebung von ${provider}. Verbinden Sie es mit den passenden Schlüsseln.`,
    count_mismatch: (provider) =>
      `${provider} hat eine andere Zahl von Verkäufen, als importiert wurde. Synchronisieren Sie jetzt, um noch einmal zu vergleichen.`,
    authorisation_expires_soon: (provider) =>
      `Die Anmeldung bei ${provider} läuft bald ab. Melden Sie sich noch einmal an, damit die Synchronisierung weitergeht.`,
    document_errors: () =>
      'Einige Belege ließen sich nicht importieren. Sie werden bei der nächsten Synchronisierung noch einmal versucht.',
    unknown: () => 'Etwas braucht Ihre Aufmerksamkeit, wofür diese Seite zu alt ist. Laden Sie sie neu.',
  },
};
