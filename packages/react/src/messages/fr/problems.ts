import type { Messages } from '../messages.ts';

export const problemMessages: Messages['problems'] = {
  invalid_request: 'Quelque chose dans le formulaire n’est pas valable. Vérifiez les champs signalés.',
  unsupported_channel_type: 'Ce type de canal n’est pas encore disponible.',
  return_to_not_allowed:
    'On ne peut pas revenir à cette page après une connexion. Prévenez les responsables de cette application.',
  unauthenticated: 'Votre session n’a pas pu être vérifiée. Rechargez la page ou reconnectez-vous.',
  session_expired: 'Votre session a expiré. Rechargez la page ou reconnectez-vous.',
  origin_not_allowed:
    'Les canaux de vente ne sont pas utilisables depuis cette adresse. Prévenez les responsables de cette application.',
  forbidden:
    'Vous n’avez pas l’autorisation nécessaire. Demandez à une personne qui administre votre compte.',
  plan_required: (problem) =>
    problem?.requiredPlan === undefined
      ? 'Votre offre ne comprend pas cela.'
      : `Votre offre ne comprend pas cela. L’offre ${problem.requiredPlan} le comprend.`,
  not_in_plan: (problem) =>
    'Votre offre n’a pas de place pour ce canal.' +
    (problem?.requiredPlan === undefined ? '' : ` L’offre ${problem.requiredPlan} en a.`),
  connection_limit_reached: (problem) =>
    (problem?.limit === 1
      ? 'Votre offre permet une connexion comptable.'
      : problem?.limit
        ? `Votre offre permet ${problem.limit} connexions comptables.`
        : 'Votre offre ne permet pas d’autre connexion comptable.') +
    (problem?.requiredPlan === undefined ? '' : ` L’offre ${problem.requiredPlan} en permet davantage.`),
  not_found: 'Cet élément n’existe plus. Rechargez pour voir ce qu’il y a.',
  prerequisite_missing: (problem) => problem?.detail ?? 'Autre chose doit d’abord être mis en place.',
  sales_tracking_disabled: 'Le suivi des ventes est désactivé. Activez-le d’abord.',
  channel_exists: 'Cette connexion a déjà un canal de vente.',
  connection_unavailable: 'La connexion n’est pas utilisable pour l’instant. Reconnectez-la, puis réessayez.',
  company_in_use: 'Cette entreprise est déjà connectée dans un autre compte. Déconnectez-la d’abord là-bas.',
  company_mismatch: (problem) => {
    if (!problem?.companies)
      return 'Une autre entreprise que celle connectée ici a été choisie. Choisissez la même.';
    const { connected, picked, pickedRealmId } = problem.companies;
    return (
      `Cette connexion est celle de ${connected} ; vous avez choisi ${picked ?? 'une autre entreprise'} ` +
      `(identifiant ${pickedRealmId}). Reconnectez-vous et choisissez ${connected}.`
    );
  },
  reconnect_required: 'QuickBooks Online vous demande de vous reconnecter.',
  access_lost:
    'QuickBooks Online ne donne plus accès à cette entreprise. Vérifiez-y l’abonnement et votre utilisateur, puis relancez la synchronisation.',
  wrong_environment:
    'Cette entreprise appartient à un autre environnement QuickBooks Online que celui de cette application.',
  connection_of_host:
    'Cette connexion est gérée ailleurs dans cette application. Modifiez-la là où l’application garde ses connexions.',
  manual_channel_fixed: 'Le canal Manuel est toujours là. Il ne peut être ni désactivé ni supprimé.',
  channel_has_sales: 'Ce canal contient des ventes et ne peut donc pas être supprimé. Désactivez-le plutôt.',
  channel_inactive: 'Le canal est inactif et n’est pas synchronisé.',
  sync_in_progress: 'Une synchronisation est déjà en cours.',
  initial_sync_date_locked:
    'Après la première synchronisation, la date de début ne peut plus être qu’avancée.',
  sale_imported: 'Les ventes importées se modifient là d’où elles viennent, pas ici.',
  sale_voided: 'Cette vente est annulée et ne peut plus être modifiée.',
  idempotency_conflict: 'Cela a déjà été demandé autrement. Fermez et recommencez.',
  authorization_denied: 'La connexion a été refusée ; rien n’a été connecté. Réessayez quand vous voudrez.',
  authorization_expired: 'La connexion a pris trop de temps et a expiré. Recommencez.',
  payload_too_large: 'C’est trop à la fois. Raccourcissez et réessayez.',
  unsupported_media_type: 'La demande a été refusée. Rechargez la page et réessayez.',
  budget_reached:
    'Les appels à QuickBooks Online de ce mois sont épuisés. La synchronisation reprendra d’elle-même le mois prochain.',
  provider_busy: 'QuickBooks Online est occupé. Réessayez plus tard.',
  provider_failed:
    'QuickBooks Online a refusé la demande. Réessayez ; si cela persiste, prévenez les responsables de cette application.',
  products_unavailable:
    'La recherche de produits ne répond pas. Réessayez ou saisissez le produit sous forme de texte.',
  internal: 'Un problème est survenu de notre côté. Réessayez dans un instant.',
  network: 'La connexion au serveur est interrompue. Vérifiez votre réseau, puis réessayez.',
  timeout: 'Le serveur a mis trop de temps à répondre. Réessayez dans un instant.',
  unexpected_response:
    'Le serveur a donné une réponse illisible. Rechargez la page ; une nouvelle version est peut-être sortie.',
  other: 'Un problème est survenu. Réessayez dans un instant.',
};
