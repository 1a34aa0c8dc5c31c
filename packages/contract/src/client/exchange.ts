import type { Endpoint } from '../endpoint.ts';
import { ApiProblem } from './api-problem.ts';
import type { UrlInput } from './build-url.ts';
import { buildUrl } from './build-url.ts';
import type { CallOptions } from './create-client.ts';
import type { SessionToken } from './create-session-token.ts';
import type { Patience } from './patience.ts';
import { createPatience } from './patience.ts';
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
  const message = createMessage(buildUrl(transport.baseUrl, endpoint, input), endpoint, input, call);
  const first = await send(transport, message, call.signal);
  if (!isSessionExpired(first.answer)) return readAnswer(endpoint, first.answer);
  transport.token.forget(first.token);
  const second = await send(transport, message, call.signal);
  return readAnswer(endpoint, second.answer);
}

function createMessage(url: string, endpoint: Endpoint, { body }: AnyInput, call: CallOptions): Message {
  const { method, file } = endpoint;
  const headers: Record<string, string> = { accept: file?.mediaType ?? 'application/json' };
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
  const patience = createPatience(transport.timeoutMs);
  try {
    const response = await transport.fetch(url, {
      ...message,
      headers: { ...headers, authorization: `Bearer ${token}` },
      credentials: 'omit',
      signal: signal ? AbortSignal.any([signal, patience.signal]) : patience.signal,
    });
    const body = isFile(response) ? await readText(response, patience) : parseJson(await response.text());
    return { answer: { status: response.status, isSuccess: response.ok, body }, token };
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiProblem(patience.signal.aborted ? 'timeout' : 'network', 0, null, { cause });
  } finally {
    patience.end();
  }
}

const isFile = ({ ok, headers }: Response): boolean =>
  ok && /^text\/csv\b/i.test(headers.get('content-type') ?? '');

/** Undefined for what is no JSON, such as a proxy's page. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** A file may take as long as it goes on coming. */
async function readText({ body }: Response, patience: Patience): Promise<string> {
  const decoder = new TextDecoder();
  const reader = body?.getReader();
  let text = '';
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    patience.renew();
    text += decoder.decode(part.value, { stream: true });
  }
  return text + decoder.decode();
}
