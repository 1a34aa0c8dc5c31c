import type { Messages } from '../messages.ts';

export const connectionMessages: Messages['connections'] = {
  accountingTitle: 'Buchhaltung',
  inventoryTitle: 'Lagerbestand',
  listLabel: 'Buchhaltungsverbindungen',
  usesLabel: 'Benutzt für',
  salesChannelUse: 'Verkaufskanal',
  namedSalesChannelUse: (channel) => `Verkaufskanal: ${channel}`,
  unused: 'Noch für nichts benutzt',
  since: (date) => `verbunden seit ${date}`,
  signInEnds: (day) => `Anmeldung läuft am ${day} ab`,
  wasConnected: (date) => `zuerst verbunden am ${date}`,
  statuses: {
    connected: 'Verbunden',
    reconnect_required: 'Anmeldung nötig',
    disconnected: 'Getrennt',
    unknown: 'Neuer als diese Seite',
  },
  ownerships: {
    kit: 'Hier angemeldet',
    host: 'Von dieser App verwaltet',
    unknown: 'Anderswo verwaltet',
  },

  connect: (provider) => `${provider} verbinden`,
  connectAnother: (provider) => `Weiteres Unternehmen aus ${provider} verbinden`,
  connectAgain: 'Wieder verbinden',
  reconnect: 'Neu verbinden',
  disconnect: 'Trennen',
  manageAtHost: 'Verbindung verwalten',
  ofConnection: (connection) => `: ${connection}`,
  reconnectRequired: (provider) => `Sie müssen sich bei ${provider} noch einmal anmelden.`,
  reconnectAtHost: 'Melden Sie sich dort noch einmal an, wo diese App ihre Verbindungen verwaltet.',
  disconnected: 'Verbinden Sie dasselbe Unternehmen wieder, um dort weiterzumachen, wo es aufgehört hat.',
  disconnectedAtHost: 'Verbinden Sie es dort wieder, wo diese App ihre Verbindungen verwaltet.',
  needsPermission: 'Das kann, wer Verkaufskanäle verwaltet.',
  limit: (count, written) =>
    count === 1
      ? 'Ihr Tarif erlaubt eine Buchhaltungsverbindung.'
      : `Ihr Tarif erlaubt ${count === 0 ? 'keine' : written} Buchhaltungsverbindungen.`,
  limitPlan: (plan) => `Der Tarif ${plan} erlaubt mehr.`,

  emptyTitle: 'Noch keine Buchhaltungsverbindung',
  emptyText: (provider) =>
    `Melden Sie sich einmal bei ${provider} an. Dann können Verkaufskanäle und andere Teile dieser App die Verbindung benutzen.`,
  emptyForReader: 'Wer Verkaufskanäle verwaltet, kann eine verbinden.',
  failedTitle: 'Ihre Verbindungen konnten nicht geladen werden',
  lockedTitle: 'Buchhaltungsverbindungen sind nicht in Ihrem Tarif',
  noReadTitle: 'Sie können hier keine Verbindungen sehen',
  noReadText:
    'Ihre Rolle umfasst keine Verkäufe. Bitten Sie eine Person, die Ihr Konto verwaltet, um Zugriff.',
  brokenRow: 'Diese Verbindung konnte nicht angezeigt werden.',

  disconnectTitle: (company) => `${company} trennen?`,
  disconnectConfirm: (company) => `${company} trennen`,
  keepConnected: 'Verbunden lassen',
  disconnectText: (provider) => `Diese App verliert sofort ihren Zugriff auf ${provider}.`,
  disconnectStops: (provider) => `Diese App verliert sofort ihren Zugriff auf ${provider}. Damit endet:`,
  stopsLabel: 'Was endet',
  stopsChannel: (channel) => `Synchronisierung des Verkaufskanals ${channel}`,
  salesKept:
    'Alle geholten Verkäufe bleiben erhalten. Verbinden Sie dasselbe Unternehmen wieder, um weiterzumachen.',
};
