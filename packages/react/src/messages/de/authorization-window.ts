import type { Messages } from '../messages.ts';

export const authorizationWindowMessages: Messages['authorizationWindow'] = {
  starting: (provider) => `Ein Fenster für die Anmeldung bei ${provider} wird geöffnet …`,
  waiting: (provider) =>
    `Melden Sie sich im geöffneten Fenster bei ${provider} an. Hier geht es von selbst weiter.`,
  showWindow: 'Fenster zeigen',
  windowClosed: 'Fenster geschlossen: es wird noch gewartet',
  windowClosedText: (provider) =>
    `Wenn Sie sich bei ${provider} angemeldet haben, geht es gleich weiter. Wenn nicht, versuchen Sie es noch einmal.`,
  blockedTitle: 'Ihr Browser hat das Anmeldefenster blockiert',
  blockedText: (provider) =>
    `Melden Sie sich stattdessen auf dieser Seite bei ${provider} an und kommen Sie hierher zurück, oder erlauben Sie Fenster für diese Website und versuchen Sie es noch einmal.`,
  signInHere: 'Auf dieser Seite anmelden',
  redirecting: (provider) => `Weiter zu ${provider} …`,
  succeeded: (provider) => `Bei ${provider} angemeldet.`,
  failedTitle: (provider) => `${provider} wurde nicht verbunden`,
  tryAgain: 'Noch einmal versuchen',
  cancel: 'Anmeldung abbrechen',
};
