import * as z from 'zod/mini';
import { calendarDateSchema, idSchema, instantSchema } from './primitives.ts';

/**
 * Everything the API can answer instead of what was asked: stable code → HTTP status and a short title. Branch on the code,
 * never on a text.
 */
export const PROBLEMS = {
  invalid_request: { status: 400, title: 'The request is not valid' },
  unsupported_channel_type: { status: 400, title: 'This channel type is not available yet' },
  return_to_not_allowed: { status: 400, title: 'The return address is not one of the allowed origins' },
  unauthenticated: { status: 401, title: 'A session token is needed' },
  session_expired: { status: 401, title: 'The session token has expired' },
  origin_not_allowed: { status: 403, title: 'This origin may not use the session' },
  forbidden: { status: 403, title: 'The permission for this is missing' },
  plan_required: { status: 403, title: 'The plan does not include this' },
  not_in_plan: { status: 403, title: 'The plan has no room for this channel' },
  connection_limit_reached: { status: 403, title: 'The plan allows no further accounting connection' },
  not_found: { status: 404, title: 'Not found' },
  prerequisite_missing: { status: 409, title: 'Something else has to be set up first' },
  sales_tracking_disabled: { status: 409, title: 'Sales tracking is off' },
  channel_exists: { status: 409, title: 'This connection already has a sales channel' },
  connection_unavailable: { status: 409, title: 'The connection cannot be used' },
  company_in_use: { status: 409, title: 'The company is already connected elsewhere' },
  company_mismatch: { status: 409, title: 'Another company was picked' },
  reconnect_required: { status: 409, title: 'QuickBooks Online needs somebody to sign in again' },
  access_lost: { status: 409, title: 'Access to the company was lost' },
  wrong_environment: { status: 409, title: 'The company belongs to another environment' },
  connection_of_host: { status: 409, title: 'The host product manages this connection' },
  manual_channel_fixed: { status: 409, title: 'The Manual channel is always there' },
  channel_has_sales: { status: 409, title: 'A channel with sales can be deactivated, not removed' },
  channel_inactive: { status: 409, title: 'The channel is inactive' },
  sync_in_progress: { status: 409, title: 'A sync is already running' },
  initial_sync_date_locked: { status: 409, title: 'The initial sync date can only move earlier' },
  sale_imported: { status: 409, title: 'Imported sales are read-only' },
  sale_voided: { status: 409, title: 'The sale is voided' },
  idempotency_conflict: { status: 409, title: 'The idempotency key was used for something else' },
  authorization_denied: { status: 409, title: 'The sign-in was declined' },
  authorization_expired: { status: 410, title: 'The sign-in has expired' },
  payload_too_large: { status: 413, title: 'The request is too large' },
  unsupported_media_type: { status: 415, title: 'The request has to be JSON' },
  budget_reached: { status: 503, title: "This month's calls to QuickBooks Online are used up" },
  provider_busy: { status: 503, title: 'QuickBooks Online is busy, try again later' },
  provider_failed: { status: 502, title: 'QuickBooks Online refused the request' },
  products_unavailable: { status: 502, title: 'The product search does not answer' },
  internal: { status: 500, title: 'Something went wrong on our side' },
} as const satisfies Record<string, { status: number; title: string }>;

export type ProblemCode = keyof typeof PROBLEMS;
export const PROBLEM_CODES = Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]];

export const fieldErrorSchema = z.object({
  /** Where in the request, e.g. `body.initialSyncDate`. */
  path: z.string(),
  message: z.string(),
});
export type FieldError = z.infer<typeof fieldErrorSchema>;

/** A problem document (RFC 9457), media type `application/problem+json`. */
export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  code: z.string(),
  detail: z.optional(z.string()),
  /** Names the answer in the server's log. */
  requestId: z.optional(z.string()),
  errors: z.optional(z.array(fieldErrorSchema)),
  /** With `channel_exists`: the channel there is. */
  channelId: z.optional(idSchema),
  /** With `sync_in_progress`: the run there is. */
  runId: z.optional(idSchema),
  /** With `forbidden`: the permission that is missing. */
  permission: z.optional(z.string()),
  /** With `company_mismatch`: the company the connection is of, and the one that was picked, if it is known here. */
  companies: z.optional(
    z.object({ connected: z.string(), picked: z.nullable(z.string()), pickedRealmId: z.string() }),
  ),
  /** With `plan_required`, `not_in_plan` and `connection_limit_reached`: the plan that would allow it. */
  requiredPlan: z.optional(z.string()),
  /** With `not_in_plan` and `connection_limit_reached`: how many the present plan allows. */
  limit: z.optional(z.number()),
  /** With `budget_reached`: when there are calls again. */
  availableAt: z.optional(instantSchema),
  /** With `invalid_request` on an initial sync date: the earliest date the host allows. */
  earliestDate: z.optional(calendarDateSchema),
});
export type Problem = z.infer<typeof problemSchema>;
/** What a problem carries beside its code. */
export type ProblemDetails = Partial<Omit<Problem, 'type' | 'title' | 'status' | 'code' | 'requestId'>>;

/** The problem document of a code. */
export function createProblem(
  code: ProblemCode,
  details: ProblemDetails & { requestId?: string } = {},
): Problem {
  return { type: `urn:sales-channels:problem:${code}`, ...PROBLEMS[code], code, ...details };
}
