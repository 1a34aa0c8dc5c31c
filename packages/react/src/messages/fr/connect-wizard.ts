import type { Messages } from '../messages.ts';

export const connectWizardMessages: Messages['connectWizard'] = {
  title: 'Connecter un canal de vente',
  stepsLabel: 'Étapes',
  stepSource: 'Source',
  stepStartDate: 'Date de début',
  stepDone: 'Terminé',
  stepOf: (step, steps) => `Étape ${step} sur ${steps}`,
  stepComplete: 'terminée',

  sourceTitle: 'D’où viennent vos ventes ?',
  accountingText: 'Factures, reçus de vente et notes de crédit',
  connectionTitle: 'Connexion comptable',
  connectionsFailed: 'Vos connexions n’ont pas pu être chargées',
  connected: 'Connectée',
  obstacles: {
    has_channel: 'A déjà un canal de vente',
    has_inactive_channel: 'A un canal de vente inactif',
    reconnect_required: 'Reconnexion nécessaire',
    disconnected: 'Déconnectée',
    unknown: 'Plus récente que cette page. Rechargez-la.',
  },
  reconnect: 'Reconnecter',
  reconnectFor: (company) => `Reconnecter ${company}`,
  reactivate: 'Réactiver',
  reactivateFor: (company) => `Réactiver le canal de ${company}`,
  reactivateRefused: 'Le canal n’a pas été activé',
  noneTitle: (provider) => `Connectez d’abord ${provider}`,
  noneText: (provider) =>
    `Vos ventes viennent de votre comptabilité. Connectez-vous une fois à ${provider} ; rien n’est importé avant que vous ayez choisi une date de début.`,
  connect: (provider) => `Connecter ${provider}`,
  connectAnother: (provider) => `Connecter une autre entreprise de ${provider}`,
  allTaken: 'Chacune de vos connexions a déjà un canal de vente.',
  limit: (count, written) =>
    count === 0
      ? 'Votre offre ne permet aucune connexion comptable.'
      : count === 1
        ? 'Votre offre permet une connexion comptable.'
        : `Votre offre permet ${written} connexions comptables.`,
  limitPlan: (plan) => `L’offre ${plan} en permet davantage.`,
  connectionGone: 'La connexion choisie n’est plus utilisable. Choisissez-en une autre.',
  continue: 'Continuer',

  startDateTitle: 'À partir de quand ?',
  dateLabel: 'Date de début',
  dateHint:
    'Vous pouvez l’avancer à tout moment. Après la première synchronisation, elle ne peut plus être reculée.',
  presetsLabel: 'Dates toutes prêtes',
  presets: {
    this_year: 'Cette année',
    last_30_days: '30 jours',
    last_90_days: '90 jours',
    last_12_months: '12 mois',
    all: 'Tout',
  },
  presetEarliest: 'La plus ancienne',
  dateFaults: {
    missing: () => 'Choisissez une date.',
    impossible: () => 'Cette date n’existe pas. Saisissez une vraie date du calendrier.',
    future: () => 'Cette date est dans le futur. Prenez aujourd’hui ou une date antérieure.',
    too_early: (earliest) => `Cette date est trop ancienne. La première possible est le ${earliest}.`,
  },
  willImport: (date, company) => `Les ventes de ${company} datées du ${date} ou après seront importées.`,
  willImportAll: (company) => `Toutes les ventes de ${company} seront importées, quelle que soit leur date.`,
  counting: 'Comptage des documents…',
  previewSales: (count, written) => `Environ ${written} ${count < 2 ? 'vente' : 'ventes'}`,
  previewNone: 'Aucune vente à partir de cette date',
  previewCalls: (count, written) => `${written} ${count < 2 ? 'appel' : 'appels'} au fournisseur`,
  previewTime: (duration) => `~${duration}`,
  previewFailed: 'Le nombre de ventes n’a pas pu être compté. Vous pouvez continuer sans lui.',
  deductedTwice: (day) =>
    `Le stock est suivi ici depuis le ${day}. Les ventes antérieures y sont sans doute déjà comptées ; les importer les déduirait une seconde fois.`,
  startSync: 'Lancer la première synchronisation maintenant',
  submit: 'Connecter',

  refusedTitle: 'Le canal n’a pas été connecté',
  unansweredTitle: 'Le canal a peut-être été connecté',
  unansweredText: 'Vous pouvez réessayer sans risque : il n’y a qu’un canal par connexion.',
  changedText: 'Quelque chose a changé entre-temps. Choisissez de nouveau ci-dessous.',

  doneTitle: (company) => `${company} est connectée`,
  syncingText:
    'Vos ventes sont en cours d’importation. Vous pouvez fermer cette fenêtre ; la synchronisation continue.',
  notSyncedText:
    'Aucune vente n’a encore été importée. Lancez la première synchronisation quand vous êtes prêt.',
  syncedText: 'Vos ventes sont là. Désormais, seules les nouvelles et les modifiées sont importées.',
  syncedWithErrorsText:
    'Vos ventes sont là, sauf celles ci-dessous. Elles seront réessayées à la prochaine synchronisation.',
  endedText: 'La première synchronisation est terminée.',
  failedText: 'Le canal est créé, mais sa première synchronisation ne s’est pas terminée.',
  syncNow: 'Synchroniser maintenant',
  finish: 'Terminé',

  closeTitle: 'Quitter sans connecter ?',
  closeText: 'Vos choix ne sont pas conservés. Aucun canal n’est créé.',
  leave: 'Quitter',
  stay: 'Rester ici',
};
