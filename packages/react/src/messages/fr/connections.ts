import type { Messages } from '../messages.ts';

export const connectionMessages: Messages['connections'] = {
  accountingTitle: 'Comptabilité',
  inventoryTitle: 'Stocks',
  listLabel: 'Connexions comptables',
  usesLabel: 'Sert à',
  salesChannelUse: 'Canal de vente',
  namedSalesChannelUse: (channel) => `Canal de vente : ${channel}`,
  unused: 'Ne sert encore à rien',
  since: (date) => `connectée depuis le ${date}`,
  signInEnds: (day) => `expire le ${day}`,
  wasConnected: (date) => `connectée une première fois le ${date}`,
  statuses: {
    connected: 'Connectée',
    reconnect_required: 'Reconnexion nécessaire',
    disconnected: 'Déconnectée',
    unknown: 'Plus récente que cette page',
  },
  ownerships: {
    kit: 'Connexion faite ici',
    host: 'Gérée par cette application',
    unknown: 'Gérée ailleurs',
  },

  connect: (provider) => `Connecter ${provider}`,
  connectAnother: (provider) => `Connecter une autre entreprise de ${provider}`,
  connectAgain: 'Connecter de nouveau',
  reconnect: 'Reconnecter',
  disconnect: 'Déconnecter',
  manageAtHost: 'Gérer la connexion',
  ofConnection: (connection) => ` : ${connection}`,
  reconnectRequired: (provider) => `${provider} vous demande de vous reconnecter.`,
  reconnectAtHost: 'Reconnectez-vous là où cette application gère ses connexions.',
  disconnected: 'Connectez de nouveau la même entreprise pour reprendre là où elle s’est arrêtée.',
  disconnectedAtHost: 'Connectez-la de nouveau là où cette application gère ses connexions.',
  needsPermission: 'Une personne qui gère les canaux de vente peut le faire.',
  limit: (count, written) =>
    count === 0
      ? 'Votre offre ne permet aucune connexion comptable.'
      : count === 1
        ? 'Votre offre permet une connexion comptable.'
        : `Votre offre permet ${written} connexions comptables.`,
  limitPlan: (plan) => `L’offre ${plan} en permet davantage.`,

  emptyTitle: 'Pas encore de connexion comptable',
  emptyText: (provider) =>
    `Connectez-vous une fois à ${provider}. Les canaux de vente et d’autres parties de cette application pourront alors utiliser la connexion.`,
  emptyForReader: 'Une personne qui gère les canaux de vente peut en connecter une.',
  failedTitle: 'Vos connexions n’ont pas pu être chargées',
  lockedTitle: 'Les connexions comptables ne sont pas comprises dans votre offre',
  noReadTitle: 'Vous ne pouvez pas voir les connexions ici',
  noReadText:
    'Votre rôle ne comprend pas les ventes. Demandez l’accès à une personne qui administre votre compte.',
  brokenRow: 'Cette connexion n’a pas pu être affichée.',

  disconnectTitle: (company) => `Déconnecter ${company} ?`,
  disconnectConfirm: (company) => `Déconnecter ${company}`,
  keepConnected: 'La laisser connectée',
  disconnectText: (provider) => `Cette application perd aussitôt son accès à ${provider}.`,
  disconnectStops: (provider) => `Cette application perd aussitôt son accès à ${provider}. Ceci s’arrête :`,
  stopsLabel: 'Ce qui s’arrête',
  stopsChannel: (channel) => `La synchronisation du canal de vente ${channel}`,
  salesKept:
    'Toutes les ventes importées sont conservées. Connectez de nouveau la même entreprise pour continuer.',
};
