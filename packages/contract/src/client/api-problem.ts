import type { FieldError, Problem, ProblemCode } from '../index.ts';

/** Failures that never reached, or never came back as, an answer of the API. */
export type TransportCode = 'network' | 'timeout' | 'unexpected_response';

/** What a client call rejects with. Branch on `code`; a code newer than this client arrives as it is. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem';
  readonly code: ProblemCode | TransportCode;
  /** HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** The whole problem document, where the API sent one. */
  readonly problem: Problem | null;

  constructor(
    code: ProblemCode | TransportCode,
    status: number,
    problem: Problem | null,
    options?: ErrorOptions,
  ) {
    super(problem?.detail ?? problem?.title ?? code, options);
    this.code = code;
    this.status = status;
    this.problem = problem;
  }

  get fieldErrors(): readonly FieldError[] {
    return this.problem?.errors ?? [];
  }
}
