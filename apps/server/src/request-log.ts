import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

/** What never reaches a log, wherever an object with it is logged. */
export const REDACTED = [
  'accessToken',
  'refreshToken',
  'authorization',
  'cookie',
  '*.accessToken',
  '*.refreshToken',
  '*.authorization',
  '*.cookie',
  'req.headers.authorization',
  'req.headers.cookie',
  'res.headers["set-cookie"]',
];

/** One line a request. Addresses are logged without their query: the sign-in's hold codes, states and tickets. */
export function createRequestLog(logger: Logger) {
  return pinoHttp({
    logger,
    genReqId: () => randomUUID(),
    autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' },
    customLogLevel: (_request, { statusCode }, error) =>
      error || statusCode >= 500 ? 'error' : statusCode >= 400 ? 'warn' : 'debug',
    serializers: {
      req: describeRequest,
      res: (response: { statusCode: number }) => ({ statusCode: response.statusCode }),
    },
    wrapSerializers: false,
  });
}

function describeRequest({ method, url, headers }: IncomingMessage) {
  return { method, path: (url ?? '').split('?', 1)[0], origin: headers.origin };
}
