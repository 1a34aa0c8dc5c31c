import type { Messages } from '../messages.ts';

export const problemMessages: Messages['problems'] = {
  invalid_request: 'Etwas im Formular stimmt nicht. Prüfen Sie die markierten Felder.',
  unsupported_channel_type: 'Diese Art von Kanal gibt es noch nicht.',
  return_to_not_allowed:
    'Auf diese Seite darf nach der Anmeldung nicht zurückgeleitet werden. Sagen Sie es denen, die diese App betreiben.',
  unauthenticated:
    'Ihre Sitzung konnte nicht bestätigt werden. Laden Sie die Seite neu oder melden Sie sich wieder an.',
  session_expired: 'Ihre Sitzung ist abgelaufen. Laden Sie die Seite neu oder melden Sie sich wieder an.',
  origin_not_allowed:
    'Von dieser Adresse aus dürfen Verkaufskanäle nicht benutzt werden. Sagen Sie es denen, die diese App betreiben.',
  forbidden: 'Ihnen fehlt die Berechtigung dafür. Fragen Sie eine Person, die Ihr Konto verwaltet.',
  plan_required: (problem) =>
    problem?.requiredPlan === undefined
      ? 'Ihr Tarif umfasst das nicht.'
      : `Ihr Tarif umfasst das nicht, der Tarif ${problem.requiredPlan} schon.`,
  not_in_plan: (problem) =>
    'Ihr Tarif hat keinen Platz für diesen Kanal.' +
    (problem?.requiredPlan === undefined ? '' : ` Der Tarif ${problem.requiredPlan} hat ihn.`),
  connection_limit_reached: (problem) =>
    (problem?.limit === 1
      ? 'Ihr Tarif erlaubt eine Buchhaltungsverbindung.'
      : `Ihr Tarif erlaubt ${problem?.limit === 0 ? 'keine' : (problem?.limit ?? 'keine weiteren')} Buchhaltungsverbindungen.`) +
    (problem?.requiredPlan === undefined ? '' : ` Der Tarif ${problem.requiredPlan} erlaubt mehr.`),
  not_found: 'Das gibt es nicht mehr. Laden Sie neu, um zu sehen, was da ist.',
  prerequisite_missing: (problem) => problem?.detail ?? 'Vorher muss noch etwas anderes eingerichtet werden.',
  sales_tracking_disabled: 'Die Verkaufserfassung ist ausgeschaltet. Schalten Sie sie zuerst ein.',
  channel_exists: 'Diese Verbindung hat schon einen Verkaufskanal.',
  connection_unavailable:
    'Die Verbindung kann gerade nicht benutzt werden. Verbinden Sie sie neu und versuchen Sie es noch einmal.',
  company_in_use:
    'Dieses Unternehmen ist schon in einem anderen Konto verbunden. Trennen Sie es zuerst dort.',
  company_mismatch: (problem) => {
    if (!problem?.companies)
      return 'Es wurde ein anderes Unternehmen gewählt als das hier verbundene. Wählen Sie dasselbe.';
    const { connected, picked, pickedRealmId } = problem.companies;
    return (
      `Diese Verbindung gehört zu ${connected}; gewählt wurde ${picked ?? 'ein anderes Unternehmen'} ` +
      `(Unternehmens-ID ${pickedRealmId}). Melden Sie sich noch einmal an und wählen Sie ${connected}.`
    );
  },
  reconnect_required: 'Sie müssen sich bei QuickBooks Online noch einmal anmelden.',
  access_lost:
    'QuickBooks Online gibt keinen Zugriff mehr auf dieses Unternehmen. Prüfen Sie dort das Abonnement und Ihren Benutzer, und synchronisieren Sie dann noch einmal.',
  wrong_environment:
    'Dieses Unternehmen gehört zu einer anderen Umgebung von QuickBooks Online als der, die diese App benutzt.',
  connection_of_host:
    'Diese Verbindung wird anderswo in dieser App verwaltet. Ändern Sie sie dort, wo die App ihre Verbindungen hat.',
  manual_channel_fixed: 'Den Kanal „Manuell“ gibt es immer. Er lässt sich weder deaktivieren noch entfernen.',
  channel_has_sales:
    'Dieser Kanal hat Verkäufe und lässt sich daher nicht entfernen. Deaktivieren Sie ihn stattdessen.',
  channel_inactive: 'Der Kanal ist inaktiv und wird nicht synchronisiert.',
  sync_in_progress: 'Eine Synchronisierung läuft schon.',
  initial_sync_date_locked:
    'Nach der ersten Synchronisierung lässt sich das Startdatum nur noch vorverlegen.',
  sale_imported: 'Importierte Verkäufe werden dort geändert, wo sie herkommen, nicht hier.',
  sale_voided: 'Dieser Verkauf ist storniert und lässt sich nicht ändern.',
  idempotency_conflict:
    'Das wurde schon auf andere Weise angefordert. Schließen Sie dies und beginnen Sie noch einmal.',
  authorization_denied:
    'Die Anmeldung wurde abgelehnt, es wurde nichts verbunden. Versuchen Sie es noch einmal, wenn Sie so weit sind.',
  authorization_expired: 'Die Anmeldung hat zu lange gedauert und ist abgelaufen. Beginnen Sie noch einmal.',
  payload_too_large: 'Das ist zu viel auf einmal. Kürzen Sie es und versuchen Sie es noch einmal.',
  unsupported_media_type:
    'Die Anfrage wurde abgelehnt. Laden Sie die Seite neu und versuchen Sie es noch einmal.',
  budget_reached:
    'Die Abfragen an QuickBooks Online sind für diesen Monat aufgebraucht. Mit dem nächsten Monat geht die Synchronisierung von selbst weiter.',
  provider_busy: 'QuickBooks Online ist beschäftigt. Versuchen Sie es später noch einmal.',
  provider_failed:
    'QuickBooks Online hat die Anfrage abgelehnt. Versuchen Sie es noch einmal; bleibt es dabei, sagen Sie es denen, die diese App betreiben.',
  products_unavailable:
    'Die Produktsuche antwortet nicht. Versuchen Sie es noch einmal oder geben Sie das Produkt als Text ein.',
  internal: 'Bei uns ist etwas schiefgegangen. Versuchen Sie es gleich noch einmal.',
  network: 'Es gibt keine Verbindung zum Server. Prüfen Sie Ihr Netzwerk und versuchen Sie es noch einmal.',
  timeout: 'Der Server hat zu lange nicht geantwortet. Versuchen Sie es gleich noch einmal.',
  unexpected_response:
    'Der Server hat eine Antwort gegeben, die sich nicht lesen lässt. Laden Sie die Seite neu; vielleicht gibt es eine neue Fassung.',
  other: 'Etwas ist schiefgegangen. Versuchen Sie es gleich noch einmal.',
};
