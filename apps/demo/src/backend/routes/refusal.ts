import type { ErrorRequestHandler, RequestHandler } from 'express';
import { z } from 'zod';
import { GrantOverError } from '../quickbooks/oauth.ts';
import { QuickBooksError } from '../quickbooks/quickbooks-api.ts';

/** A request that is not carried out, with words for the person who made it. */
export class Refusal extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** The cookie says who asks, so only the product's own pages may ask for more than to look. */
export const refuseOtherOrigins =
  (origin: string): RequestHandler =>
  (request, _response, next) => {
    if (request.method !== 'GET' && request.get('origin') !== origin)
      throw new Refusal(403, 'Only the pages of Northwind may ask for this.');
    next();
  };

/** Answers `{ message }`. */
export function createErrorAnswer(log: (line: string) => void): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    const [status, message] = describe(error);
    if (status === 500) log(error instanceof Error ? (error.stack ?? error.message) : String(error));
    response.status(status).json({ message });
  };
}

function describe(error: unknown): [status: number, message: string] {
  if (error instanceof Refusal) return [error.status, error.message];
  if (error instanceof GrantOverError) return [409, error.message];
  if (error instanceof QuickBooksError) return [502, `QuickBooks refused: ${error.message}`];
  if (error instanceof z.ZodError) return [400, z.prettifyError(error)];
  const { status } = (error ?? {}) as { status?: unknown };
  if (typeof status === 'number' && status < 500) return [status, 'The request is not valid.'];
  return [500, 'Something went wrong at Northwind.'];
}
