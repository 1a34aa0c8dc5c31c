import type { Messages } from '../messages.ts';

export const syncMessages: Messages['sync'] = {
  progressLabel: (channel) => `Progression de la synchronisation de ${channel}`,
  waiting: 'Démarrage imminent…',
  counting: 'Comptage des documents…',
  changes: 'Recherche des changements…',
  doneOf: (done, total) => `${done} sur ${total}`,
  doneSoFar: (count, written) => `${written} ${count < 2 ? 'document' : 'documents'} pour l’instant`,
  timeLeft: (duration) => `encore ${duration} environ`,
  created: (written) => `créées : ${written}`,
  updated: (written) => `mises à jour : ${written}`,
  voided: (written) => `annulées : ${written}`,
  unchanged: (written) => `déjà à jour : ${written}`,
  errors: (count, written) => `${written} ${count < 2 ? 'erreur' : 'erreurs'}`,
  finished: (channel, result) => `Synchronisation de ${channel} terminée : ${result}`,
  failed: (channel) => `Échec de la synchronisation de ${channel}`,
  errorsTitle: 'Documents qui n’ont pas pu être importés',
  errorItem: (number, reason) => `${number} : ${reason}`,
  noNumber: 'Sans numéro',
};
