import { fileURLToPath } from 'node:url';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import { createControlRoutes } from '../control/control-routes.ts';
import { requireLoopback } from '../control/require-loopback.ts';
import { createAuthorizeRoutes } from '../oauth/authorize.ts';
import { createDiscoveryRoutes } from '../oauth/discovery.ts';
import { createTokenRoutes } from '../oauth/token-endpoint.ts';
import type { World } from '../world.ts';
import { serviceFault } from './bodies.ts';
import { createDataRoutes } from './data-routes.ts';
import { send } from './send.ts';
import { traceHeaders } from './trace.ts';

const controlPage = fileURLToPath(new URL('../control/page', import.meta.url));

/**
 * The emulated service and its control API as one Express application.
 * @param observe sees every request first
 */
export function createApp(world: World, observe?: RequestHandler): Express {
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag');
  app.use(traceHeaders);
  if (observe) app.use(observe);
  app.use('/control', createControlRoutes(world));
  app.use(createAuthorizeRoutes(world));
  app.use(createTokenRoutes(world));
  app.use(createDiscoveryRoutes());
  app.use('/v3/company/:realmId', createDataRoutes(world));
  app.use(requireLoopback, express.static(controlPage));
  const reportError: ErrorRequestHandler = (
    error: Error & { status?: number },
    _request,
    response,
    _next,
  ) => {
    const status = error.status !== undefined && error.status < 500 ? 400 : 500;
    const fault = {
      message: 'An application error has occurred while processing your request',
      detail: error.message,
    };
    const type = status === 500 ? 'SystemFault' : 'ValidationFault';
    send(
      response,
      status,
      'json',
      serviceFault(type, { ...fault, code: '10000', element: '' }, world.clock.milliseconds()),
    );
  };
  app.use(reportError);
  return app;
}
