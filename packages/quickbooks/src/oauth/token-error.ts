import { ProviderError, type ProviderErrorCode } from '@sales-channels/bff/provider';
import { z } from 'zod';
import { parseJson } from '../parse-json.ts';
import type { OAuthAnswer } from './oauth-client.ts';

const OAuthErrorBody = z.looseObject({ error: z.string() });

const codes: Record<string, ProviderErrorCode> = {
  invalid_grant: 'invalid_grant',
  access_denied: 'access_denied',
  invalid_client: 'misconfigured',
  unauthorized_client: 'misconfigured',
  temporarily_unavailable: 'ambiguous',
  server_error: 'ambiguous',
};

/** Network failures that happen before a byte is sent: nothing can have been carried out. */
const notSent = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** Whatever is thrown for a token request. Decided by status and the `error` field, never by words. */
export function tokenError(operation: string, answer: OAuthAnswer | null, failure: unknown): ProviderError {
  if (!answer) {
    const code = connectionErrorCode(failure);
    return code !== null && notSent.has(code)
      ? new ProviderError('unavailable', `${operation}: no connection (${code})`, { cause: failure })
      : new ProviderError('ambiguous', `${operation}: the answer was lost`, { cause: failure });
  }
  const error = errorField(answer.body);
  const details = {
    status: answer.status,
    ...(error !== null && { providerCode: error }),
    ...(answer.traceId !== null && { traceId: answer.traceId }),
  };
  const code = codeOf(answer.status, error);
  const message = `${operation}: HTTP ${String(answer.status)}${error === null ? '' : ` ${error}`}`;
  return new ProviderError(
    code,
    message,
    code === 'throttled' ? { ...details, retryAfterMs: 60_000 } : details,
  );
}

function codeOf(status: number, error: string | null): ProviderErrorCode {
  if (status >= 500 || status < 400 || status === 408) return 'ambiguous';
  if (error !== null && Object.hasOwn(codes, error)) return codes[error] ?? 'rejected';
  if (status === 429) return 'throttled';
  if (status === 401 || status === 403 || status === 404 || status === 405) return 'misconfigured';
  return 'rejected';
}

function errorField(body: string): string | null {
  const parsed = OAuthErrorBody.safeParse(parseJson(body));
  return parsed.success ? parsed.data.error.slice(0, 100) : null;
}

function connectionErrorCode(failure: unknown): string | null {
  const cause = failure instanceof Error ? failure.cause : undefined;
  const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
  return typeof code === 'string' ? code : null;
}
