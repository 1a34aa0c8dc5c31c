import { randomUUID } from 'node:crypto';
import type { Problem } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { ErrorRequestHandler, Response } from 'express';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';

function sendProblem(response: Response, problem: Problem): void {
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Errors of Express' own body reader carry a `type`; its texts are not shown to anybody. */
function bodyErrorCode(
  error: unknown,
): 'payload_too_large' | 'unsupported_media_type' | 'invalid_request' | null {
  const { type, status } = (error ?? {}) as { type?: string; status?: number };
  if (type === 'entity.too.large') return 'payload_too_large';
  if (type === 'encoding.unsupported' || type === 'charset.unsupported') return 'unsupported_media_type';
  return status !== undefined && status >= 400 && status < 500 ? 'invalid_request' : null;
}

/** Turns whatever a handler threw into a problem document; what nobody expected is logged and told as `internal` only. */
export function createProblemHandler(logger: Logger): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    const requestId = randomUUID();
    if (error instanceof DomainError) {
      // Whoever wires a host to the BFF needs the reason, which the caller is not told.
      if (error.code === 'unauthenticated' && error.cause)
        logger.warn({ error: error.cause, requestId }, 'A session token was refused');
      sendProblem(response, createProblem(error.code, { ...error.details, requestId }));
      return;
    }
    const bodyError = bodyErrorCode(error);
    if (bodyError) {
      sendProblem(response, createProblem(bodyError, { requestId }));
      return;
    }
    logger.error(
      { error, requestId, method: request.method, path: request.path },
      'A request failed unexpectedly',
    );
    sendProblem(response, createProblem('internal', { requestId }));
  };
}
