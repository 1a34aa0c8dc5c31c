import type { World } from '../world.ts';

export interface AuthorizationRequest {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly scopes: readonly string[];
  readonly state: string;
}

export type AuthorizationCheck =
  | { readonly kind: 'ok'; readonly request: AuthorizationRequest }
  /** Shown to the user: nothing may be sent to a redirect URI that is not known to be the app's. */
  | { readonly kind: 'refused'; readonly reason: string }
  | { readonly kind: 'redirected'; readonly location: string };

const knownScopes = new Set([
  'com.intuit.quickbooks.accounting',
  'com.intuit.quickbooks.payment',
  'openid',
  'profile',
  'email',
  'phone',
  'address',
]);

const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

/** Checks the parameters of the authorisation page, from its URL or from its form. */
export function checkAuthorization(world: World, parameters: Record<string, unknown>): AuthorizationCheck {
  const clientId = textOf(parameters['client_id']);
  const redirectUri = textOf(parameters['redirect_uri']);
  const state = textOf(parameters['state']);
  const scopes = textOf(parameters['scope']).split(/\s+/).filter(Boolean);
  if (clientId !== world.app.clientId) {
    return { kind: 'refused', reason: 'The client_id is not that of a registered app.' };
  }
  if (!world.app.redirectUris.has(redirectUri)) {
    return {
      kind: 'refused',
      reason: `The redirect_uri query parameter value is invalid. It must be exactly one of those registered for the app; this one is not: ${redirectUri || '(none)'}`,
    };
  }
  if (state === '') return { kind: 'refused', reason: 'The required parameter state is missing.' };
  if (parameters['response_type'] !== 'code') {
    return {
      kind: 'redirected',
      location: callbackUrl(redirectUri, { error: 'unsupported_response_type', state }),
    };
  }
  if (scopes.length === 0 || scopes.some((scope) => !knownScopes.has(scope))) {
    return { kind: 'redirected', location: callbackUrl(redirectUri, { error: 'invalid_scope', state }) };
  }
  return { kind: 'ok', request: { clientId, redirectUri, scopes, state } };
}

/** A redirect URI with the outcome added to whatever query it has. */
export function callbackUrl(redirectUri: string, parameters: Record<string, string>): string {
  const url = new URL(redirectUri);
  for (const [name, value] of Object.entries(parameters)) url.searchParams.append(name, value);
  return url.href;
}
