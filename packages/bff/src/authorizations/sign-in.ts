import type { AuthorizationDocument } from './authorization.model.ts';

/** Why a page of the sign-in does nothing. Nothing is written then. */
export type Refusal =
  | 'link_unknown'
  | 'link_foreign'
  | 'link_used'
  | 'expired'
  | 'other_browser'
  | 'other_site'
  | 'state_unknown'
  | 'already_answered';

/** What the browser is shown next. */
export type SignInStep =
  | {
      kind: 'confirm';
      authorization: AuthorizationDocument;
      providerName: string;
      /** The company to sign in to again; null for a new connection. */
      companyName: string | null;
      /** For the browser's cookie; null when it has it already. */
      secret: string | null;
      /** Of the provider's sign-in page, e.g. `https:`. */
      providerScheme: string;
    }
  | { kind: 'leave'; url: string }
  | { kind: 'end'; authorization: AuthorizationDocument; providerName: string }
  | { kind: 'refused'; why: Refusal };

/** The secret that the browser's cookie of a sign-in holds. */
export type SecretOf = (authorizationId: string) => string | undefined;

export const refused = (why: Refusal): SignInStep => ({ kind: 'refused', why });
