import type { Endpoint } from '../endpoint.ts';
import { ApiProblem } from './api-problem.ts';
import type { UrlInput } from './build-url.ts';
import { buildUrl } from './build-url.ts';
import type { CallOptions } from './create-client.ts';
import type { SessionToken } from './create-session-token.ts';
import type { Answer } from './read-answer.ts';
import { isSessionExpired, readAnswer } from './read-answer.ts';

export interface Transport {
  baseUrl: string;
  token: SessionToken;
  fetch: typeof globalThis.fetch;
  timeoutMs: number;
}

export interface AnyInput extends UrlInput {
  body?: unknown;
}

interface Message {
  url: string;
  method: string;
  headers: Record<string, string>;
  body?: string;
}

/** One call: the request, once more with a new token if the session has expired, and the answer parsed. */
export async function exchange(
  transport: Transport,
  endpoint: Endpoint,
  input: AnyInput,
  call: CallOptions,
): Promise<unknown> {
  const message = createMessage(buildUrl(transport.baseUrl, endpoint, input), endpoint.method, input, call);
  const first = await send(transport, message, call.signal);
  if (!isSessionExpired(first.answer)) return readAnswer(endpoint, first.answer);
  transport.token.forget(first.token);
  const second = await send(transport, message, call.signal);
  return readAnswer(endpoint, second.answer);
}

function createMessage(url: string, method: string, { body }: AnyInput, call: CallOptions): Message {
  const headers: Record<string, string> = { accept: 'application/json' };
  if (call.idempotencyKey !== undefined) headers['idempotency-key'] = call.idempotencyKey;
  if (body === undefined) return { url, method, headers };
  return {
    url,
    method,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
}

async function send(
  transport: Transport,
  { url, headers, ...message }: Message,
  signal: AbortSignal | undefined,
): Promise<{ answer: Answer; token: string }> {
  const token = await transport.token.get().catch((cause: unknown) => {
    throw new ApiProblem('unauthenticated', 0, null, { cause });
  });
  const timeout = AbortSignal.timeout(transport.timeoutMs);
  try {
    const response = await transport.fetch(url, {
      ...message,
      headers: { ...headers, authorization: `Bearer ${token}` },
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, timeout]) : timeout,
    });
    const body = parseJson(await response.text());
    return { answer: { status: response.status, isSuccess: response.ok, body }, token };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(timeout.aborted ? 'timeout' : 'network', 0, null, { cause });
  }
}

/** Undefined for what is no JSON, such as a proxy's page. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
