import type { Messages } from '../messages.ts';

export const commonMessages: Messages['common'] = {
  close: 'Fermer',
  cancel: 'Annuler',
  back: 'Retour',
  retry: 'Réessayer',
  loading: 'Chargement…',
  comingSoon: 'Bientôt disponible',
  justNow: 'à l’instant',
  brokenTitle: 'Cette partie de la page n’a pas pu s’afficher',
  brokenText: 'Le reste de la page n’est pas touché. Réessayez ou rechargez la page.',
  upgrade: (plan) => (plan === undefined ? 'Changer d’offre' : `Passer à ${plan}`),
  opensNewWindow: 'ouvre une nouvelle fenêtre',
};
