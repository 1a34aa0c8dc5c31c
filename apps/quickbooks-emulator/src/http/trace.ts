import { randomBytes } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';

/** Headers every response of the service has. */
export function traceHeaders(_request: Request, response: Response, next: NextFunction): void {
  const second = Math.floor(Date.now() / 1000).toString(16);
  response.setHeader('intuit_tid', `1-${second}-${randomBytes(12).toString('hex')}`);
  response.setHeader('Server', 'nginx');
  response.setHeader('Strict-Transport-Security', 'max-age=15552000');
  next();
}
