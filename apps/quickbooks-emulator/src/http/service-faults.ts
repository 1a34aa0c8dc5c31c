import type { Response } from 'express';
import { type ServiceError, serviceFault } from './bodies.ts';
import { contextOf } from './request-context.ts';
import { send } from './send.ts';

export const notFound: ServiceError = {
  message: 'Object Not Found',
  detail:
    "Object Not Found : Something you're trying to use has been made inactive. Check the fields with accounts, customers, items, vendors or employees.",
  code: '610',
  element: '',
};

/** A request the service itself refuses. */
export function sendFault(response: Response, error: ServiceError, status = 400): void {
  send(response, status, 'json', serviceFault('ValidationFault', error, contextOf(response).startedAt));
}

export function missingParameter(name: string): ServiceError {
  return {
    message: 'Required param missing, need to supply the required value for the API',
    detail: `Required parameter ${name} is missing in the request`,
    code: '2020',
    element: name,
  };
}
