import type { Messages } from '../messages.ts';

const named = (what: string | null) => (what === null ? '' : ` ${what}`);
const of = (what: string | null) => (what === null ? '' : ` de ${what}`);
const company = (what: string | null) => what ?? 'une entreprise';

export const activityMessages: Messages['activity'] = {
  open: 'Activité',
  title: 'Activité',
  text: 'Qui a modifié les connexions, les canaux de vente et les ventes manuelles, du plus récent au plus ancien.',
  listLabel: 'Activité, du plus récent au plus ancien',
  actions: {
    sales_tracking_enabled: (who) => `${who} a activé le suivi des ventes`,
    sales_tracking_disabled: (who) => `${who} a désactivé le suivi des ventes`,
    connection_connected: (who, what) => `${who} a connecté ${company(what)}`,
    connection_reconnected: (who, what) => `${who} a reconnecté ${company(what)}`,
    connection_disconnected: (who, what) => `${who} a déconnecté ${company(what)}`,
    channel_created: (who, what) => `${who} a connecté le canal de vente${named(what)}`,
    channel_activated: (who, what) => `${who} a activé le canal de vente${named(what)}`,
    channel_deactivated: (who, what) => `${who} a désactivé le canal de vente${named(what)}`,
    channel_removed: (who, what) => `${who} a supprimé le canal de vente${named(what)}`,
    initial_sync_date_moved: (who, what) => `${who} a déplacé la date de début${of(what)}`,
    sync_requested: (who, what) => `${who} a lancé une synchronisation${of(what)}`,
    manual_sale_created: (who, what) => `${who} a créé la vente manuelle${named(what)}`,
    manual_sale_changed: (who, what) => `${who} a modifié la vente manuelle${named(what)}`,
    manual_sale_voided: (who, what) => `${who} a annulé la vente manuelle${named(what)}`,
    unknown: (who, what) =>
      `${who} a fait une action que cette page est trop ancienne pour nommer${what === null ? '' : ` (${what})`}`,
  },
  more: 'Afficher l’activité plus ancienne',
  moreFailed: 'L’activité plus ancienne n’a pas pu être chargée',
  emptyTitle: 'Il ne s’est encore rien passé',
  emptyText: 'Les modifications faites ici apparaîtront avec leur auteur et l’heure.',
  failedTitle: 'L’activité n’a pas pu être chargée',
};
