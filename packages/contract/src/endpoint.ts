import type * as z from 'zod/mini';
import type { Permission } from './context.ts';
import type { ProblemCode } from './problem.ts';

type ObjectSchema = z.ZodMiniType<Record<string, unknown>, Record<string, unknown>>;

/** One operation of the API: everything a server, a client, a mock or a document needs to know of it. */
export interface Endpoint {
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** With `:name` for each of `params`. */
  path: `/v1/${string}`;
  summary: string;
  permission: Permission;
  /** True when a plan without sales tracking may use it all the same. */
  isForEveryPlan?: true;
  params?: ObjectSchema;
  query?: ObjectSchema;
  body?: ObjectSchema;
  /** Status of success; 200 unless told. */
  status?: 201 | 202;
  response: z.ZodMiniType;
  /** Set where the answer is a file, streamed as text, in place of JSON. */
  file?: { mediaType: 'text/csv'; name: string };
  /** True when a repeated request with the same `Idempotency-Key` gets the first answer again, for a day. */
  isIdempotent?: true;
  /** Problems of its own, beside those every operation may answer. */
  problems: readonly ProblemCode[];
}

/** Declares an endpoint, keeping the exact types of its schemas. */
export const defineEndpoint = <const E extends Endpoint>(endpoint: E): E => endpoint;

/** Problems any operation may answer. */
export const COMMON_PROBLEMS = [
  'invalid_request',
  'unauthenticated',
  'session_expired',
  'origin_not_allowed',
  'forbidden',
  'plan_required',
  'internal',
] as const satisfies readonly ProblemCode[];
