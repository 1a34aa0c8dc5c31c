import type { SalesChannelsBff } from '@sales-channels/bff';
import { DomainError } from '@sales-channels/bff';
import type { ErrorRequestHandler, Express } from 'express';
import express from 'express';
import helmet from 'helmet';
import type { Logger } from 'pino';
import { createHostAccessToken, sendProblem } from './host-access-token.ts';
import { createRequestLog } from './request-log.ts';

export type Bff = Pick<SalesChannelsBff, 'router' | 'connections' | 'isReady'>;

interface AppOptions {
  bff: Bff;
  logger: Logger;
  /** Without it no token is lent to anybody. */
  hostApiKey?: string | undefined;
  /** True once the program has begun to stop: load balancers then send no more requests. */
  isStopping: () => boolean;
}

/** The HTTP side of the program: the BFF's router, the host's own operation, and what watches over a server. */
export function createApp({ bff, logger, hostApiKey, isStopping }: AppOptions): Express {
  const app = express();
  app.disable('x-powered-by');
  app.get('/healthz', (_request, response) => void response.json({ status: 'ok' }));
  app.get('/readyz', async (_request, response) => {
    const isReady = !isStopping() && (await bff.isReady().catch(() => false));
    response.status(isReady ? 200 : 503).json({ status: isReady ? 'ready' : 'not ready' });
  });
  app.use(createRequestLog(logger));
  // The sign-in's pages below /connect set a policy of their own.
  const secureHeaders = helmet({ crossOriginResourcePolicy: { policy: 'cross-origin' } });
  app.use((request, response, next) =>
    request.path.startsWith('/connect') ? next() : secureHeaders(request, response, next),
  );
  if (hostApiKey !== undefined)
    app.post('/host/access-token', createHostAccessToken(hostApiKey, bff.connections));
  app.use(bff.router);
  app.use((_request, response) => sendProblem(response, 'not_found'));
  app.use(createErrorAnswer(logger));
  return app;
}

function createErrorAnswer(logger: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) return next(error);
    if (error instanceof DomainError) return sendProblem(response, error.code, error.details);
    const { status } = (error ?? {}) as { status?: unknown };
    if (typeof status === 'number' && status >= 400 && status < 500)
      return sendProblem(response, status === 413 ? 'payload_too_large' : 'invalid_request');
    logger.error({ error }, 'A request failed unexpectedly');
    sendProblem(response, 'internal');
  };
}
