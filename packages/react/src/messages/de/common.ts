import type { Messages } from '../messages.ts';

export const commonMessages: Messages['common'] = {
  close: 'Schließen',
  cancel: 'Abbrechen',
  back: 'Zurück',
  retry: 'Noch einmal versuchen',
  loading: 'Wird geladen …',
  comingSoon: 'Demnächst',
  justNow: 'gerade eben',
  brokenTitle: 'Dieser Teil der Seite konnte nicht angezeigt werden',
  brokenText:
    'Der Rest der Seite ist nicht betroffen. Versuchen Sie es noch einmal oder laden Sie die Seite neu.',
  upgrade: (plan) => (plan === undefined ? 'Tarif wechseln' : `Zu ${plan} wechseln`),
  opensNewWindow: 'öffnet ein neues Fenster',
};
