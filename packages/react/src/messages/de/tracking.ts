import type { Messages } from '../messages.ts';

export const trackingMessages: Messages['tracking'] = {
  label: 'Verkaufserfassung',
  enableTitle: 'Alle Ihre Verkäufe an einem Ort',
  enableText: 'Holen Sie Ihre Verkäufe aus QuickBooks Online und sehen Sie sie in einer Liste.',
  enable: 'Verkaufserfassung einschalten',
  enabling: 'Wird eingeschaltet …',
  prerequisite: (reason) => `Die Verkaufserfassung lässt sich noch nicht einschalten: ${reason}`,
  disableTitle: 'Verkaufserfassung ausschalten?',
  disableText:
    'Kein Kanal wird mehr synchronisiert, und es kommen keine neuen Verkäufe herein. Kanäle und Verkäufe bleiben erhalten und sind wieder da, sobald Sie sie einschalten.',
  disable: 'Verkaufserfassung ausschalten',
  keepOn: 'Eingeschaltet lassen',
  lockedTitle: 'Die Verkaufserfassung ist nicht in Ihrem Tarif',
  lockedText: (plan) =>
    plan === undefined
      ? 'Fragen Sie eine Person, die Ihr Konto verwaltet, wie Sie sie bekommen.'
      : `Sie gehört zum Tarif ${plan}. Wechseln Sie den Tarif, um Verkäufe aus QuickBooks Online zu holen.`,
  noReadTitle: 'Sie können hier keine Verkäufe sehen',
  noReadText:
    'Ihre Rolle umfasst keine Verkäufe. Bitten Sie eine Person, die Ihr Konto verwaltet, um Zugriff.',
  offForReader:
    'Die Verkaufserfassung ist ausgeschaltet. Wer Verkaufskanäle verwaltet, kann sie einschalten.',
};
