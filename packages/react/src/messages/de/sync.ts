import type { Messages } from '../messages.ts';

export const syncMessages: Messages['sync'] = {
  progressLabel: (channel) => `Fortschritt der Synchronisierung von ${channel}`,
  waiting: 'Beginnt gleich …',
  counting: 'Belege werden gezählt …',
  changes: 'Änderungen werden gesucht …',
  doneOf: (done, total) => `${done} von ${total}`,
  doneSoFar: (count, written) => `bisher ${written} ${count === 1 ? 'Beleg' : 'Belege'}`,
  timeLeft: (duration) => `noch etwa ${duration}`,
  created: (written) => `${written} neu`,
  updated: (written) => `${written} aktualisiert`,
  voided: (written) => `${written} storniert`,
  unchanged: (written) => `${written} schon aktuell`,
  errors: (_count, written) => `${written} Fehler`,
  finished: (channel, result) => `Synchronisierung von ${channel} beendet: ${result}`,
  failed: (channel) => `Synchronisierung von ${channel} fehlgeschlagen`,
  errorsTitle: 'Belege, die sich nicht importieren ließen',
  errorItem: (number, reason) => `${number}: ${reason}`,
  noNumber: 'Ohne Nummer',
};
