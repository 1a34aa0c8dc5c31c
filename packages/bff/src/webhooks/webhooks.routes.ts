import type { Request, RequestHandler } from 'express';
import express, { Router } from 'express';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { TakeChanges } from './take-changes.ts';

interface WebhookRoutesOptions {
  providers: readonly AccountingProvider[];
  takeChanges: TakeChanges;
  clock: () => Date;
  logger: Logger;
}

const MAX_BYTES = 1024 * 1024;
const WARN_EVERY_MS = 60_000;

/**
 * `/webhooks/{provider}` for each provider that tells of changes. Who is not the provider learns nothing and has nothing done:
 * the signature is checked before anything is looked up.
 */
export function createWebhookRoutes({ providers, takeChanges, clock, logger }: WebhookRoutesOptions): Router {
  const router = Router();
  // Any type, and packed ones refused: the signature is of the bytes as they were sent.
  const readBody = express.raw({ type: () => true, limit: MAX_BYTES, inflate: false });
  for (const provider of providers) {
    if (!provider.readNotification) continue;
    const warnOfRefusals = createWarning(provider);
    router.post(`/webhooks/${provider.id}`, refuseGiants, readBody, async (request, response) => {
      const changes = provider.readNotification?.({ headers: request.headers, body: bodyOf(request) });
      if (!changes) {
        warnOfRefusals();
        throw new DomainError('unauthenticated');
      }
      await takeChanges(provider, changes);
      response.status(200).end();
    });
  }
  return router;

  /** A wrong verifier token has to be noticed; a flood of forgeries must not become a flood of lines. */
  function createWarning({ id }: AccountingProvider): () => void {
    let refused = 0;
    let lastAt = -Infinity;
    return () => {
      refused += 1;
      const now = clock().getTime();
      if (now - lastAt < WARN_EVERY_MS) return;
      logger.warn({ provider: id, refused }, 'Notifications whose signature is not valid were refused');
      refused = 0;
      lastAt = now;
    };
  }
}

/** Says no before a byte is read, and hangs up; the body reader would read to the end first. */
const refuseGiants: RequestHandler = (request, response, next) => {
  if (Number(request.get('content-length') ?? 0) <= MAX_BYTES) return next();
  response.set('connection', 'close');
  throw new DomainError('payload_too_large');
};

function bodyOf({ body }: Request): Uint8Array {
  if (body === undefined) return new Uint8Array();
  if (Buffer.isBuffer(body)) return body;
  throw new Error('The body was parsed before it came here; mount the router before any body parser.');
}
