import type { EndpointName, EndpointOutput, Endpoints } from '@sales-channels/contract';
import type * as z from 'zod/mini';
import type { World } from '../world/world.ts';

type Part<E, K extends string> =
  E extends Record<K, infer S extends z.ZodMiniType> ? { [P in K]: z.output<S> } : unknown;

/** What an operation gets: the parts of the request after its schemas parsed them. */
export type OperationInput<N extends EndpointName> = Part<Endpoints[N], 'params'> &
  Part<Endpoints[N], 'query'> &
  Part<Endpoints[N], 'body'>;

/** One operation of the API over the world. Throws `ProblemError`. */
export type Operation<N extends EndpointName> = (world: World, input: OperationInput<N>) => EndpointOutput<N>;

/** Some of the operations, by name. */
export type Operations<N extends EndpointName> = { readonly [P in N]: Operation<P> };
