import type { Problem, ProblemCode, ProblemDetails } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';

/** Thrown by an operation that answers with a problem document. */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';
  readonly problem: Problem;

  constructor(code: ProblemCode, details: ProblemDetails = {}) {
    super(code);
    this.problem = createProblem(code, details);
  }
}

/** The problem of one field that has a valid shape but not a valid value. */
export function invalidField(path: string, message: string, details: ProblemDetails = {}): ProblemError {
  return new ProblemError('invalid_request', { ...details, errors: [{ path, message }] });
}
