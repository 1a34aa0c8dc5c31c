import type { Messages } from '../messages.ts';

export const channelDetailsMessages: Messages['channelDetails'] = {
  open: (channel) => `En savoir plus sur ${channel}`,
  factsTitle: 'À propos de ce canal',
  company: 'Entreprise',
  name: 'Nom',
  type: 'Nature',
  status: 'État',
  addedAt: 'Connecté',
  lastSynced: 'Dernière synchronisation',
  never: 'Jamais',
  by: (cause, person) => `${cause} par ${person}`,

  dateTitle: 'Date de début',
  allDates: 'Toutes les dates',
  change: 'Modifier',
  changeDate: 'Modifier la date de début',
  dateFree:
    'Tant que la première synchronisation n’a pas réussi, toute date est possible. La première synchronisation recommence alors.',
  dateEarlier:
    'Elle ne peut plus être qu’avancée. La synchronisation suivante récupère alors ce qui se trouve entre les deux dates.',
  dateWhileSyncing: 'Elle ne peut pas être modifiée pendant une synchronisation.',
  dateLater: (current) => `Les ventes depuis le ${current} sont déjà là. Choisissez une date antérieure.`,
  inAll: (count, written) =>
    `Environ ${written} ${count < 2 ? 'vente' : 'ventes'} à partir de cette date, avec celles qui sont déjà là.`,
  newDate: 'Nouvelle date',
  saveDate: 'Modifier la date',
  dateChanged: (date) => `Date de début : ${date}`,

  historyTitle: 'Historique des synchronisations',
  historyEmpty: 'Aucune synchronisation n’a encore eu lieu.',
  historyFailed: 'L’historique des synchronisations n’a pas pu être chargé',
  more: 'Afficher plus',
  runStates: {
    queued: 'En attente',
    running: 'En cours',
    succeeded: 'Réussie',
    completed_with_errors: 'Avec des erreurs',
    failed: 'Échouée',
    stopped: 'Arrêtée',
    unknown: 'Plus récente que cette page',
  },
  triggers: {
    manual: 'Demandée',
    schedule: 'Programmée',
    webhook: 'Après un changement à la source',
    reactivation: 'Après l’activation',
    reconnection: 'Après la reconnexion',
    connected: 'Première synchronisation',
    unknown: 'Pour une raison plus récente que cette page',
  },
  took: (duration) => `durée : ${duration}`,
  calls: (count, written) => `${written} ${count < 2 ? 'appel' : 'appels'} au fournisseur`,

  endTitle: 'Ne plus utiliser ce canal',
  deactivateText: 'Plus rien n’est synchronisé. Ses ventes sont conservées.',
  deactivate: 'Désactiver le canal',
  deactivateTitle: (channel) => `Désactiver ${channel} ?`,
  deactivateStops:
    'Plus rien n’est synchronisé : ni à la main, ni de façon programmée, ni lors d’un changement.',
  deactivateKeeps: 'Toutes les ventes qu’il a apportées restent dans vos listes et comptent dans vos totaux.',
  keepActive: 'Le laisser actif',
  removeText: 'Il ne contient aucune vente ; rien n’est donc perdu.',
  remove: 'Supprimer le canal',
  removeTitle: (channel) => `Supprimer ${channel} ?`,
  removeConfirm:
    'Le canal et l’historique de ses synchronisations disparaissent. La connexion reste et peut de nouveau recevoir un canal.',
  keep: 'Le garder',
  hasSales: 'Un canal qui contient des ventes ne peut pas être supprimé. Désactivez-le plutôt.',
  hasSalesInactive:
    'Un canal qui contient des ventes ne peut pas être supprimé. Il reste ici, inactif, avec ses ventes.',
  removed: (channel) => `${channel} a été supprimé.`,
};
