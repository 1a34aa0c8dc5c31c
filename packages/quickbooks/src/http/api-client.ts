import { ProviderError, type ProviderAccess, type ProviderCall } from '@sales-channels/bff/provider';
import { DEFAULT_DATA_TIMEOUT_MS, type QuickBooksConfig } from '../config.ts';
import type { QuickBooksEndpoints } from '../environments.ts';
import { parseInstant } from '../data/instant.ts';
import { parseJson } from '../parse-json.ts';
import { answerError } from './answer-error.ts';
import { faultInJson, faultInXml } from './fault.ts';
import { retryAfterMs } from './retry-after.ts';

export interface ApiRequest {
  kind: ProviderCall['kind'];
  /** Below `/v3/company/{realmId}/`. */
  path: string;
  params?: Record<string, string>;
}

export interface ApiAnswer {
  body: Readonly<Record<string, unknown>>;
  /** QuickBooks' clock when it began to answer. */
  serverTime: Date;
}

export type ApiClient = (access: ProviderAccess, request: ApiRequest) => Promise<ApiAnswer>;

/** Older minor versions are gone; naming the current one keeps answers as they are when the next arrives. */
const MINOR_VERSION = '75';

/** Reads from the data API: one request per call, no retry, whatever is wrong as a `ProviderError`. */
export function createApiClient(config: QuickBooksConfig, endpoints: QuickBooksEndpoints): ApiClient {
  const timeoutMs = config.timeouts?.data ?? DEFAULT_DATA_TIMEOUT_MS;
  const fetch = config.fetch ?? globalThis.fetch;
  const now = config.clock ?? (() => new Date());

  return async (access, { kind, path, params }) => {
    const query = new URLSearchParams({ ...params, minorversion: MINOR_VERSION });
    const url = `${endpoints.apiUrl}/v3/company/${encodeURIComponent(access.realmId)}/${path}?${query.toString()}`;
    const limit = AbortSignal.timeout(timeoutMs);
    const response = await received(
      kind,
      fetch(url, {
        headers: { Authorization: `Bearer ${access.accessToken}`, Accept: 'application/json' },
        redirect: 'manual',
        signal: access.signal ? AbortSignal.any([access.signal, limit]) : limit,
      }),
    );
    const { status, headers } = response;
    access.onCall?.({ kind, status, metered: response.ok && endpoints.name !== 'sandbox' });

    const text = await received(kind, response.text());
    const body = parseJson(text);
    const fault = body === undefined ? faultInXml(text) : faultInJson(body);
    const serverTime = isRecord(body) ? parseInstant(body.time) : null;
    if (!response.ok || fault || !isRecord(body) || !serverTime) {
      throw answerError(kind, {
        status,
        fault,
        isNonsense: !fault && (response.ok || body === undefined),
        traceId: headers.get('intuit_tid'),
        retryAfterMs: retryAfterMs(headers.get('retry-after'), now()),
      });
    }
    return { body, serverTime };
  };
}

async function received<T>(kind: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new ProviderError('unavailable', `${kind}: no complete answer`, { cause });
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
