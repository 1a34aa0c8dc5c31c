import type { Messages } from '../messages.ts';

export const trackingMessages: Messages['tracking'] = {
  label: 'Suivi des ventes',
  enableTitle: 'Toutes vos ventes au même endroit',
  enableText: 'Récupérez vos ventes depuis QuickBooks Online et retrouvez-les dans une seule liste.',
  enable: 'Activer le suivi des ventes',
  enabling: 'Activation…',
  prerequisite: (reason) => `Le suivi des ventes ne peut pas encore être activé : ${reason}`,
  disableTitle: 'Désactiver le suivi des ventes ?',
  disableText:
    'Plus aucun canal n’est synchronisé et aucune nouvelle vente n’arrive. Vos canaux et toutes vos ventes sont conservés et reviennent quand vous le réactivez.',
  disable: 'Désactiver le suivi des ventes',
  keepOn: 'Le laisser activé',
  lockedTitle: 'Le suivi des ventes n’est pas compris dans votre offre',
  lockedText: (plan) =>
    plan === undefined
      ? 'Demandez à une personne qui administre votre compte comment l’obtenir.'
      : `Il fait partie de l’offre ${plan}. Changez d’offre pour récupérer vos ventes depuis QuickBooks Online.`,
  noReadTitle: 'Vous ne pouvez pas voir les ventes ici',
  noReadText:
    'Votre rôle ne comprend pas les ventes. Demandez l’accès à une personne qui administre votre compte.',
  offForReader:
    'Le suivi des ventes est désactivé. Une personne qui gère les canaux de vente peut l’activer.',
};
