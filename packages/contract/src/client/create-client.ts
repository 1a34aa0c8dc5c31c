import type { EndpointInput, EndpointName, EndpointOutput } from '../endpoints.ts';
import { endpoints } from '../endpoints.ts';
import { createSessionToken } from './create-session-token.ts';
import type { AnyInput, Transport } from './exchange.ts';
import { exchange } from './exchange.ts';

export interface ClientOptions {
  /** Where the BFF's router is mounted, e.g. `https://sales.example.com`. */
  baseUrl: string;
  /** Gives the session token the host's backend signed. Asked again when the one it gave has expired. */
  getToken: () => Promise<string> | string;
  /** Defaults to the global one. */
  fetch?: typeof globalThis.fetch;
  /** Milliseconds before a call is given up; a file's begin anew with each part of it that comes. Default 30,000. */
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

/**
 * One method an operation of the API. Each rejects with `ApiProblem`; a call whose own signal is aborted rejects with the
 * signal's reason.
 */
export type SalesChannelsClient = { readonly [N in EndpointName]: Call<N> };

/** Makes the typed client. It keeps the token in memory only, and asks for a new one when the API says it has expired. */
export function createClient(options: ClientOptions): SalesChannelsClient {
  const transport: Transport = {
    baseUrl: options.baseUrl.replace(/\/+$/, ''),
    token: createSessionToken(options.getToken),
    fetch: options.fetch ?? ((input, init) => globalThis.fetch(input, init)),
    timeoutMs: options.timeoutMs ?? 30_000,
  };
  return Object.fromEntries(
    Object.entries(endpoints).map(([name, endpoint]) => [
      name,
      (input: AnyInput = {}, call: CallOptions = {}) => exchange(transport, endpoint, input, call),
    ]),
  ) as unknown as SalesChannelsClient;
}
