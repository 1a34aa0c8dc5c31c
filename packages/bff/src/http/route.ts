import type { EndpointName, EndpointOutput, Endpoints } from '@sales-channels/contract';
import type * as z from 'zod/mini';
import type { VerifiedSession } from '../session/session.ts';
import type { RequestMark } from './idempotency.ts';

type Parsed<E, K extends 'params' | 'query' | 'body'> =
  E extends Record<K, infer S extends z.ZodMiniType> ? z.output<S> : undefined;

/** A request after the contract's schemas and the session have been checked. */
export interface RouteRequest<N extends EndpointName> {
  session: VerifiedSession;
  params: Parsed<Endpoints[N], 'params'>;
  query: Parsed<Endpoints[N], 'query'>;
  body: Parsed<Endpoints[N], 'body'>;
  /** Of a request with an idempotency key, for work that must not be done twice whatever happens to the kept answer. */
  mark: RequestMark | null;
}

/** A file comes in parts, so that none of it has to be held. */
type Answered<N extends EndpointName> = Endpoints[N] extends { file: object }
  ? AsyncIterable<string>
  : EndpointOutput<N>;
export type Handler<N extends EndpointName> = (request: RouteRequest<N>) => Promise<Answered<N>>;
/** A handler for every operation of the contract; a feature's routes are a part of it. */
export type Handlers = { readonly [N in EndpointName]: Handler<N> };
