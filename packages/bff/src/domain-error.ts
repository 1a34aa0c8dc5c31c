import type { ProblemCode, ProblemDetails } from '@sales-channels/contract';

/** A rule that was not met. Services throw it; the HTTP layer turns it into the problem document of its code. */
export class DomainError extends Error {
  override readonly name = 'DomainError';
  readonly code: ProblemCode;
  readonly details: ProblemDetails;

  constructor(code: ProblemCode, details: ProblemDetails = {}, options?: ErrorOptions) {
    super(details.detail ?? code, options);
    this.code = code;
    this.details = details;
  }
}

/** A value in the request's body that the schema accepts but the rules do not. */
export function invalidField(path: string, message: string, details: ProblemDetails = {}): DomainError {
  return new DomainError('invalid_request', { ...details, errors: [{ path, message }] });
}
