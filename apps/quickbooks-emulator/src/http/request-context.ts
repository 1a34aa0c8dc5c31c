import type { Response } from 'express';
import type { Company } from '../company/company.ts';

/** What the gateway has found out about a request to company data. */
export interface RequestContext {
  readonly company: Company;
  /** Emulator time at which the request came in, in epoch milliseconds. */
  readonly startedAt: number;
}

export function setContext(response: Response, context: RequestContext): void {
  response.locals['context'] = context;
}

export function contextOf(response: Response): RequestContext {
  return response.locals['context'] as RequestContext;
}
