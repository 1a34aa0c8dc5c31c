import OAuthClient from 'intuit-oauth';
import { parseJson } from '../parse-json.ts';

/** What came back for the one request a client sends. */
export interface OAuthAnswer {
  status: number;
  /** Intuit's id of the request. */
  traceId: string | null;
  body: string;
}

export interface OAuthTransport {
  /** Where this client's one request goes. */
  url: string;
  timeoutMs: number;
  fetch: typeof globalThis.fetch;
}

/** The part of the library's request description that carries meaning. */
interface LibraryRequest {
  data: Record<string, string>;
  headers: Record<string, string>;
}

/**
 * Intuit's OAuth client for a single operation of a single connection.
 *
 * The library sends through `loadResponse`, repeats a failed request up to three times, waits for ever, and keeps its addresses and
 * retry settings in statics that every user of the library in the process shares, a host's own code included. Replacing
 * `loadResponse` on the instance leaves those statics alone, so any number of environments live in one process: one request, one
 * address, one time limit, no retry. The answer is kept as it came, since the library's errors drop status and body.
 */
export class SingleUseOAuthClient extends OAuthClient {
  answer: OAuthAnswer | null = null;
  /** Why there was no answer. */
  failure: unknown = null;
  #transport: OAuthTransport;

  constructor(
    credentials: { clientId: string; clientSecret: string; redirectUri: string },
    transport: OAuthTransport,
  ) {
    super({
      ...credentials,
      environment: 'production',
      logging: false,
      includeRefreshTokenHardExpiresIn: true,
    });
    this.#transport = transport;
  }

  override async loadResponse(request: LibraryRequest) {
    const { url, timeoutMs, fetch } = this.#transport;
    const isForm = request.headers['Content-Type']?.includes('urlencoded') ?? false;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: request.headers,
        body: isForm ? new URLSearchParams(request.data).toString() : JSON.stringify(request.data),
        redirect: 'manual',
        signal: AbortSignal.timeout(timeoutMs),
      });
      const traceId = response.headers.get('intuit_tid');
      this.answer = { status: response.status, traceId, body: await response.text() };
      return {
        status: response.status,
        statusText: response.statusText,
        headers: { intuit_tid: traceId ?? '' },
        data: parseJson(this.answer.body) ?? this.answer.body,
      };
    } catch (error) {
      this.failure = error;
      throw error;
    }
  }
}
