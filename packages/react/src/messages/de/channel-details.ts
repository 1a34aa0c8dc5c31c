import type { Messages } from '../messages.ts';

export const channelDetailsMessages: Messages['channelDetails'] = {
  open: (channel) => `Mehr über ${channel}`,
  factsTitle: 'Über diesen Kanal',
  company: 'Unternehmen',
  name: 'Bezeichnung',
  type: 'Art',
  status: 'Zustand',
  addedAt: 'Verbunden',
  lastSynced: 'Zuletzt synchronisiert',
  never: 'Noch nie',
  by: (cause, person) => `${cause} von ${person}`,

  dateTitle: 'Startdatum',
  allDates: 'Alle Daten',
  change: 'Ändern',
  changeDate: 'Startdatum ändern',
  dateFree:
    'Bis die erste Synchronisierung gelungen ist, ist jedes Datum möglich. Die erste Synchronisierung beginnt dann von vorn.',
  dateEarlier:
    'Es lässt sich nur noch vorverlegen. Die nächste Synchronisierung holt dann, was dazwischen liegt.',
  dateWhileSyncing: 'Während einer Synchronisierung lässt es sich nicht ändern.',
  dateLater: (current) => `Verkäufe ab dem ${current} sind schon da. Wählen Sie ein früheres Datum.`,
  inAll: (count, written) =>
    `Etwa ${written} ${count === 1 ? 'Verkauf' : 'Verkäufe'} ab diesem Datum, mit denen, die schon da sind.`,
  newDate: 'Neues Datum',
  saveDate: 'Datum ändern',
  dateChanged: (date) => `Startdatum: ${date}`,

  historyTitle: 'Verlauf der Synchronisierung',
  historyEmpty: 'Es ist noch keine Synchronisierung gelaufen.',
  historyFailed: 'Der Verlauf der Synchronisierung konnte nicht geladen werden',
  more: 'Mehr zeigen',
  runStates: {
    queued: 'Wartet',
    running: 'Läuft',
    succeeded: 'Gelungen',
    completed_with_errors: 'Mit Fehlern',
    failed: 'Fehlgeschlagen',
    stopped: 'Angehalten',
    unknown: 'Neuer als diese Seite',
  },
  triggers: {
    manual: 'Angefordert',
    schedule: 'Nach Zeitplan',
    webhook: 'Nach einer Änderung an der Quelle',
    reactivation: 'Nach dem Aktivieren',
    reconnection: 'Nach dem Neuverbinden',
    connected: 'Erste Synchronisierung',
    unknown: 'Aus einem Grund, der neuer ist als diese Seite',
  },
  took: (duration) => `dauerte ${duration}`,
  calls: (count, written) => `${written} ${count === 1 ? 'Abruf' : 'Abrufe'} beim Anbieter`,

  endTitle: 'Diesen Kanal nicht mehr benutzen',
  deactivateText: 'Es wird nichts mehr synchronisiert. Die Verkäufe bleiben erhalten.',
  deactivate: 'Kanal deaktivieren',
  deactivateTitle: (channel) => `${channel} deaktivieren?`,
  deactivateStops:
    'Es wird nichts mehr synchronisiert: nicht von Hand, nicht nach Zeitplan, nicht bei Änderungen.',
  deactivateKeeps: 'Alle Verkäufe, die er gebracht hat, bleiben in Ihren Listen und zählen in Ihren Summen.',
  keepActive: 'Aktiv lassen',
  removeText: 'Er hat keine Verkäufe, es geht also nichts verloren.',
  remove: 'Kanal entfernen',
  removeTitle: (channel) => `${channel} entfernen?`,
  removeConfirm:
    'Der Kanal und der Verlauf seiner Synchronisierung verschwinden. Die Verbindung bleibt und kann wieder einen Kanal bekommen.',
  keep: 'Behalten',
  hasSales: 'Ein Kanal mit Verkäufen lässt sich nicht entfernen. Deaktivieren Sie ihn stattdessen.',
  hasSalesInactive:
    'Ein Kanal mit Verkäufen lässt sich nicht entfernen. Er bleibt inaktiv hier, mit seinen Verkäufen.',
  removed: (channel) => `${channel} wurde entfernt.`,
};
