import * as z from 'zod/mini';
import type { Endpoint } from '../endpoint.ts';
import type { EndpointInput, EndpointName, EndpointOutput } from '../endpoints.ts';
import { endpoints } from '../endpoints.ts';
import type { ProblemCode } from '../problem.ts';
import { problemSchema } from '../problem.ts';
import { ApiProblem } from './api-problem.ts';

export interface ClientOptions {
  /** Where the BFF's router is mounted, e.g. `https://sales.example.com`. */
  baseUrl: string;
  /** Gives the session token the host's backend signed. Asked again when the one it gave has expired. */
  getToken: () => Promise<string> | string;
  /** Defaults to the global one. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds before a call is given up. Default 30,000. */
  timeoutMs?: number;
}

export interface CallOptions {
  signal?: AbortSignal;
  /** Makes a repeated call safe, on the operations that allow it. */
  idempotencyKey?: string;
}

type Call<N extends EndpointName> =
  unknown extends EndpointInput<N>
    ? (input?: undefined, options?: CallOptions) => Promise<EndpointOutput<N>>
    : (input: EndpointInput<N>, options?: CallOptions) => Promise<EndpointOutput<N>>;

/** One method an operation of the API. Each rejects with `ApiProblem`. */
export type SalesChannelsClient = { readonly [N in EndpointName]: Call<N> };

interface AnyInput {
  params?: Record<string, string>;
  query?: Record<string, string | number | boolean | undefined>;
  body?: unknown;
}

/** Makes the typed client. It keeps the token in memory only, and asks for a new one when the API says it has expired. */
export function createClient(options: ClientOptions): SalesChannelsClient {
  const base = options.baseUrl.replace(/\/+$/, '');
  const send = options.fetch ?? ((input, init) => globalThis.fetch(input, init));
  let token: Promise<string> | null = null;
  const currentToken = () => (token ??= Promise.resolve(options.getToken()));

  async function request(endpoint: Endpoint, input: AnyInput, call: CallOptions): Promise<Response> {
    const usedToken = currentToken();
    const headers = new Headers({ accept: 'application/json' });
    try {
      headers.set('authorization', `Bearer ${await usedToken}`);
    } catch (cause) {
      if (token === usedToken) token = null;
      throw new ApiProblem('unauthenticated', 0, null, { cause });
    }
    if (call.idempotencyKey !== undefined) headers.set('idempotency-key', call.idempotencyKey);
    if (input.body !== undefined) headers.set('content-type', 'application/json');
    const timeout = AbortSignal.timeout(options.timeoutMs ?? 30_000);
    try {
      return await send(`${base}${pathOf(endpoint, input)}`, {
        method: endpoint.method,
        headers,
        credentials: 'omit',
        signal: call.signal ? AbortSignal.any([call.signal, timeout]) : timeout,
        ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
      });
    } catch (cause) {
      if (call.signal?.aborted) throw cause;
      throw new ApiProblem(timeout.aborted ? 'timeout' : 'network', 0, null, { cause });
    }
  }

  async function run(endpoint: Endpoint, input: AnyInput = {}, call: CallOptions = {}): Promise<unknown> {
    let response = await request(endpoint, input, call);
    if (response.status === 401) {
      token = null;
      response = await request(endpoint, input, call);
    }
    return readResponse(endpoint, response);
  }

  return Object.fromEntries(
    Object.entries(endpoints).map(([name, endpoint]) => [
      name,
      (input?: AnyInput, call?: CallOptions) => run(endpoint, input, call),
    ]),
  ) as unknown as SalesChannelsClient;
}

function pathOf(endpoint: Endpoint, input: AnyInput): string {
  const path = endpoint.path.replace(/:(\w+)/g, (_, name: string) =>
    encodeURIComponent(input.params?.[name] ?? ''),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, String(value));
  }
  return query.size > 0 ? `${path}?${query}` : path;
}

async function readResponse(endpoint: Endpoint, response: Response): Promise<unknown> {
  const body: unknown = await response.json().catch(() => undefined);
  if (response.ok) {
    const parsed = z.safeParse(endpoint.response, body);
    if (parsed.success) return parsed.data;
    throw new ApiProblem('unexpected_response', response.status, null, { cause: parsed.error });
  }
  const problem = z.safeParse(problemSchema, body);
  if (!problem.success) throw new ApiProblem('unexpected_response', response.status, null);
  throw new ApiProblem(problem.data.code as ProblemCode, response.status, problem.data);
}
