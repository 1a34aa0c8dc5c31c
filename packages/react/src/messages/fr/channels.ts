import type { Messages } from '../messages.ts';

export const channelMessages: Messages['channels'] = {
  title: 'Canaux de vente',
  connect: 'Connecter un canal de vente',
  listLabel: 'Canaux de vente',
  manualText: 'Ventes saisies à la main',
  since: (date) => `depuis le ${date}`,
  sinceEver: 'toutes les dates',
  synced: (ago) => `synchronisé ${ago}`,
  checkedAt: (when) => `Vérifié le ${when}`,
  countDiffers: (difference) => `${difference}. Synchronisez maintenant pour tout comparer de nouveau.`,
  budgetUntil: (provider, day) =>
    `Les appels à ${provider} de ce mois sont épuisés. La synchronisation reprendra d’elle-même le ${day}.`,
  signInEnds: (provider, day) =>
    `La connexion à ${provider} expire le ${day}. Reconnectez-vous pour que la synchronisation continue.`,
  syncNow: 'Synchroniser maintenant',
  ofChannel: (channel) => ` : ${channel}`,
  emptyTitle: 'Pas encore de canal comptable',
  emptyText: 'Connectez QuickBooks Online pour récupérer vos factures, reçus de vente et notes de crédit.',
  plannedLabel: 'Canaux de vente prévus',
  plannedTexts: { pos: 'Les ventes de vos caisses', ecommerce: 'Les commandes de votre boutique en ligne' },
  failedTitle: 'Vos canaux de vente n’ont pas pu être chargés',
  brokenRow: 'Ce canal n’a pas pu être affiché.',
  trackingOff: 'Le suivi des ventes est désactivé ; rien n’est synchronisé.',
  trackingOffText:
    'Le suivi des ventes est désactivé ; rien n’est synchronisé. Vos canaux et leurs ventes sont conservés.',
  inactive: 'Rien n’est synchronisé tant que le canal est inactif. Ses ventes sont conservées.',
  notInPlan: (plan) =>
    plan === undefined
      ? 'Votre offre n’a pas de place pour ce canal. Ses ventes sont conservées.'
      : `Votre offre n’a pas de place pour ce canal. L’offre ${plan} en a. Ses ventes sont conservées.`,
  disconnected: (provider) => `${provider} est déconnecté. Connectez la même entreprise pour continuer.`,
  reconnectRequired: (provider) => `${provider} vous demande de vous reconnecter.`,
  reconnectAtHost: 'Reconnectez-vous là où cette application gère ses connexions.',
  reconnect: 'Reconnecter',
  connectAgain: 'Connecter de nouveau',
  seeDocuments: 'Voir les documents',
  seeDetails: 'Voir les détails',
  activate: 'Activer',
  activateNeedsPermission: 'Une personne qui gère les canaux de vente peut l’activer.',
  syncAll: 'Tout synchroniser',
  syncAllRefused: (channel, reason) => `${channel} : ${reason}`,
  reconnectNeedsPermission: 'Une personne qui gère les canaux de vente peut se reconnecter.',
  unknownStatus: 'Rechargez la page pour voir où en est ce canal.',
  neverSynced: 'Aucune vente n’a encore été importée.',
  syncFailed: (when) => `La synchronisation a échoué ${when}.`,
  syncNeedsPermission: 'Votre rôle ne permet pas de synchroniser.',
  connectNeedsPermission: 'Votre rôle ne permet pas de gérer les canaux de vente.',
  types: {
    accounting: 'Comptabilité',
    manual: 'Manuel',
    pos: 'Caisse',
    ecommerce: 'Boutique en ligne',
    unknown: 'Plus récent que cette page',
  },
  statuses: {
    inactive: 'Inactif',
    not_in_plan: 'Non compris dans votre offre',
    disconnected: 'Déconnecté',
    reconnect_required: 'Reconnexion nécessaire',
    syncing: 'Synchronisation',
    sync_failed: 'Échec de la synchronisation',
    completed_with_errors: 'Synchronisé avec des erreurs',
    never_synced: 'Jamais synchronisé',
    up_to_date: 'À jour',
    active: 'Actif',
    unknown: 'Plus récent que cette page',
  },
  attention: {
    budget_reached: (provider) =>
      `La limite mensuelle de lectures de ${provider} est atteinte. La synchronisation reprendra à son renouvellement.`,
    access_lost: (provider) =>
      `${provider} ne donne plus accès à cette entreprise. Vérifiez-y l’abonnement et votre utilisateur.`,
    wrong_environment: (provider) =>
      `Cette entreprise appartient à un autre environnement de ${provider}. Connectez-la avec les clés correspondantes.`,
    count_mismatch: (provider) =>
      `${provider} compte un autre nombre de ventes que celui importé. Synchronisez maintenant pour comparer de nouveau.`,
    authorisation_expires_soon: (provider) =>
      `La connexion à ${provider} expire bientôt. Reconnectez-vous pour que la synchronisation continue.`,
    document_errors: () =>
      'Certains documents n’ont pas pu être importés. Ils seront réessayés à la prochaine synchronisation.',
    unknown: () =>
      'Quelque chose demande votre attention, que cette page est trop ancienne pour nommer. Rechargez la page.',
  },
};
