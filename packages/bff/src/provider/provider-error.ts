/**
 * What can go wrong at a provider, as a closed list that the rest of the code branches on.
 * - `invalid_grant`: the grant is over; a person must sign in again.
 * - `access_denied`: the person refused.
 * - `unauthorized`: the access token was not accepted; a refresh may help once.
 * - `access_lost`: the token is good, but the subscription ended or the user was removed; a refresh does not help.
 * - `wrong_environment`: the company belongs to another environment or app.
 * - `throttled`: too many calls; `retryAfterMs` says how long to wait.
 * - `unavailable`: the provider is down, slow or answers nonsense; worth trying again.
 * - `ambiguous`: the request may or may not have been carried out (a lost answer to a token request).
 * - `too_old`: changes that far back are not kept.
 * - `poisoned`: one of the documents asked for makes the provider fail on all of them; fewer at a time tell which.
 * - `rejected`: the request itself was refused; trying again does not help.
 * - `misconfigured`: the app's own credentials or addresses were refused.
 */
export const PROVIDER_ERROR_CODES = [
  'invalid_grant',
  'access_denied',
  'unauthorized',
  'access_lost',
  'wrong_environment',
  'throttled',
  'unavailable',
  'ambiguous',
  'too_old',
  'poisoned',
  'rejected',
  'misconfigured',
] as const;
export type ProviderErrorCode = (typeof PROVIDER_ERROR_CODES)[number];

export interface ProviderErrorDetails {
  /** HTTP status, where there was an answer. */
  status?: number;
  /** The provider's own error code. */
  providerCode?: string;
  /** The provider's id of the request, for its support. */
  traceId?: string;
  retryAfterMs?: number;
  cause?: unknown;
}

/** The only error that leaves a provider. Its message is for logs, never for a browser; it carries no token. */
export class ProviderError extends Error {
  override readonly name = 'ProviderError';
  readonly code: ProviderErrorCode;
  readonly status: number | null;
  readonly providerCode: string | null;
  readonly traceId: string | null;
  readonly retryAfterMs: number | null;

  constructor(code: ProviderErrorCode, message: string, details: ProviderErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status ?? null;
    this.providerCode = details.providerCode ?? null;
    this.traceId = details.traceId ?? null;
    this.retryAfterMs = details.retryAfterMs ?? null;
  }
}
