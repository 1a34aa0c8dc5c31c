import type { Messages } from '../messages.ts';

export const authorizationWindowMessages: Messages['authorizationWindow'] = {
  starting: (provider) => `Ouverture d’une fenêtre pour vous connecter à ${provider}…`,
  waiting: (provider) =>
    `Connectez-vous à ${provider} dans la fenêtre qui s’est ouverte. La suite se fait toute seule.`,
  showWindow: 'Afficher la fenêtre',
  windowClosed: 'Fenêtre fermée : en attente',
  windowClosedText: (provider) =>
    `Si vous avez terminé votre connexion à ${provider}, la suite vient dans un instant. Sinon, réessayez.`,
  blockedTitle: 'Votre navigateur a bloqué la fenêtre de connexion',
  blockedText: (provider) =>
    `Connectez-vous à ${provider} sur cette page, vous y reviendrez ensuite, ou autorisez les fenêtres pour ce site et réessayez.`,
  signInHere: 'Se connecter sur cette page',
  redirecting: (provider) => `Redirection vers ${provider}…`,
  succeeded: (provider) => `Connexion à ${provider} réussie.`,
  failedTitle: (provider) => `${provider} n’a pas été connecté`,
  tryAgain: 'Réessayer',
  cancel: 'Annuler la connexion',
};
