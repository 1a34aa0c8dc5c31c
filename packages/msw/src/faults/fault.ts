import type { ProblemCode, ProblemDetails } from '@sales-channels/contract';

/**
 * What goes wrong: a problem of the API, or one of the ways an answer can be none. `unknown_words` answers with values, and
 * `extra_fields` with fields, that a newer server may have.
 */
export type FaultKind =
  ProblemCode | 'offline' | 'silence' | 'html_page' | 'malformed_json' | 'unknown_words' | 'extra_fields';

export type Fault =
  | FaultKind
  | {
      kind: FaultKind;
      /** How many answers it spoils; without it, all. */
      times?: number;
      /** Milliseconds it takes, beside the world's own. */
      latencyMs?: number;
      /** What the problem carries beside its code. */
      details?: ProblemDetails;
    };
