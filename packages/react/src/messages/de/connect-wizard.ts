import type { Messages } from '../messages.ts';

export const connectWizardMessages: Messages['connectWizard'] = {
  title: 'Verkaufskanal verbinden',
  stepsLabel: 'Schritte',
  stepSource: 'Quelle',
  stepStartDate: 'Startdatum',
  stepDone: 'Fertig',
  stepOf: (step, steps) => `Schritt ${step} von ${steps}`,
  stepComplete: 'erledigt',

  sourceTitle: 'Woher kommen Ihre Verkäufe?',
  accountingText: 'Rechnungen, Verkaufsbelege und Gutschriften',
  connectionTitle: 'Buchhaltungsverbindung',
  connectionsFailed: 'Ihre Verbindungen konnten nicht geladen werden',
  connected: 'Verbunden',
  obstacles: {
    has_channel: 'Hat schon einen Verkaufskanal',
    has_inactive_channel: 'Hat einen inaktiven Verkaufskanal',
    reconnect_required: 'Anmeldung nötig',
    disconnected: 'Getrennt',
    unknown: 'Neuer als diese Seite. Laden Sie sie neu.',
  },
  reconnect: 'Neu verbinden',
  reconnectFor: (company) => `${company} neu verbinden`,
  reactivate: 'Reaktivieren',
  reactivateFor: (company) => `Den Kanal von ${company} reaktivieren`,
  reactivateRefused: 'Der Kanal wurde nicht aktiviert',
  noneTitle: (provider) => `Verbinden Sie zuerst ${provider}`,
  noneText: (provider) =>
    `Ihre Verkäufe kommen aus Ihrer Buchhaltung. Melden Sie sich einmal bei ${provider} an; importiert wird erst, wenn Sie ein Startdatum gewählt haben.`,
  connect: (provider) => `${provider} verbinden`,
  connectAnother: (provider) => `Weiteres Unternehmen aus ${provider} verbinden`,
  allTaken: 'Alle Ihre Verbindungen haben schon einen Verkaufskanal.',
  limit: (count, written) =>
    count === 1
      ? 'Ihr Tarif erlaubt eine Buchhaltungsverbindung.'
      : `Ihr Tarif erlaubt ${count === 0 ? 'keine' : written} Buchhaltungsverbindungen.`,
  limitPlan: (plan) => `Der Tarif ${plan} erlaubt mehr.`,
  connectionGone: 'Die gewählte Verbindung ist nicht mehr verfügbar. Wählen Sie eine andere.',
  continue: 'Weiter',

  startDateTitle: 'Ab wann?',
  dateLabel: 'Startdatum',
  dateHint:
    'Sie können es jederzeit vorverlegen. Nach der ersten Synchronisierung lässt es sich nicht mehr nach hinten verschieben.',
  presetsLabel: 'Vorgegebene Daten',
  presets: {
    this_year: 'Dieses Jahr',
    last_30_days: '30 Tage',
    last_90_days: '90 Tage',
    last_12_months: '12 Monate',
    all: 'Alles',
  },
  presetEarliest: 'Frühestes',
  dateFaults: {
    missing: () => 'Wählen Sie ein Datum.',
    impossible: () => 'Dieses Datum gibt es nicht. Geben Sie ein echtes Kalenderdatum ein.',
    future: () => 'Dieses Datum liegt in der Zukunft. Nehmen Sie heute oder ein früheres Datum.',
    too_early: (earliest) => `Dieses Datum liegt zu weit zurück. Das früheste ist der ${earliest}.`,
  },
  willImport: (date, company) => `Verkäufe von ${company} ab dem ${date} werden importiert.`,
  willImportAll: (company) => `Alle Verkäufe von ${company} werden importiert, gleich welchen Datums.`,
  counting: 'Belege werden gezählt …',
  previewSales: (count, written) => `Etwa ${written} ${count === 1 ? 'Verkauf' : 'Verkäufe'}`,
  previewNone: 'Ab diesem Datum gibt es noch keine Verkäufe',
  previewCalls: (count, written) => `${written} ${count === 1 ? 'Abruf' : 'Abrufe'} beim Anbieter`,
  previewTime: (duration) => `~${duration}`,
  previewFailed: 'Die Zahl der Verkäufe ließ sich nicht ermitteln. Sie können trotzdem fortfahren.',
  deductedTwice: (day) =>
    `Der Bestand wird hier seit dem ${day} geführt. Frühere Verkäufe sind darin vermutlich schon enthalten; importiert würden sie ein zweites Mal abgezogen.`,
  startSync: 'Erste Synchronisierung jetzt starten',
  submit: 'Verbinden',

  refusedTitle: 'Der Kanal wurde nicht verbunden',
  unansweredTitle: 'Der Kanal wurde vielleicht verbunden',
  unansweredText: 'Sie können es gefahrlos noch einmal versuchen: Je Verbindung gibt es einen Kanal.',
  changedText: 'Inzwischen hat sich etwas geändert. Wählen Sie unten noch einmal.',

  doneTitle: (company) => `${company} ist verbunden`,
  syncingText:
    'Ihre Verkäufe werden geholt. Sie können dieses Fenster schließen; die Synchronisierung läuft weiter.',
  notSyncedText:
    'Es wurden noch keine Verkäufe geholt. Starten Sie die erste Synchronisierung, wenn Sie so weit sind.',
  syncedText: 'Ihre Verkäufe sind da. Ab jetzt werden nur neue und geänderte geholt.',
  syncedWithErrorsText:
    'Ihre Verkäufe sind da, bis auf die unten genannten. Sie werden beim nächsten Mal noch einmal versucht.',
  endedText: 'Die erste Synchronisierung ist zu Ende.',
  failedText: 'Der Kanal ist angelegt, aber seine erste Synchronisierung wurde nicht fertig.',
  syncNow: 'Jetzt synchronisieren',
  finish: 'Fertig',

  closeTitle: 'Ohne Verbinden verlassen?',
  closeText: 'Was Sie hier gewählt haben, bleibt nicht erhalten. Es wird kein Kanal angelegt.',
  leave: 'Verlassen',
  stay: 'Hier bleiben',
};
