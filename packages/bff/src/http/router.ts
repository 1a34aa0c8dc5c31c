import type { Endpoint, EndpointName } from '@sales-channels/contract';
import { endpoints } from '@sales-channels/contract';
import cors from 'cors';
import type { Request, RequestHandler, Router } from 'express';
import express from 'express';
import * as z from 'zod/mini';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import type { VerifiedSession } from '../session/session.ts';
import type { VerifySession } from './authenticate.ts';
import { authenticate } from './authenticate.ts';
import type { Idempotency, RequestMark } from './idempotency.ts';
import { createProblemHandler } from './problems.ts';
import type { Handlers } from './route.ts';
import { sendFile } from './send-file.ts';

interface RouterOptions {
  handlers: Handlers;
  /** The provider's sign-in pages, which are for people and not part of the API. */
  pages: Router;
  /** Where providers tell of changes, with ways of their own to say who they are. */
  webhooks: Router;
  verify: VerifySession;
  requirePlan: (session: VerifiedSession, isReading: boolean) => Promise<void>;
  idempotency: Idempotency;
  logger: Logger;
}
type AnyHandler = (request: {
  session: VerifiedSession;
  params: unknown;
  query: unknown;
  body: unknown;
  mark: RequestMark | null;
}) => Promise<unknown>;

/** Every operation of the contract with its handler, behind one way of checking and answering. */
export function createRouter(options: RouterOptions): Router {
  const { handlers, pages, webhooks, verify, requirePlan, idempotency, logger } = options;
  const router = express.Router();
  router.use(pages);
  router.use(webhooks);
  // No cookie takes part in the API, so any page may ask; the session then says whether its origin is welcome.
  router.use('/v1', cors({ maxAge: 600 }), express.json({ limit: '100kb' }));
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const endpoint: Endpoint = endpoints[name];
    const handle = handlers[name] as unknown as AnyHandler;
    const route: RequestHandler = async (request, response) => {
      const session = await authenticate(request, verify, endpoint.permission);
      if (!endpoint.isForEveryPlan) await requirePlan(session, endpoint.method === 'GET');
      const parsed = { session, ...parseRequest(endpoint, request) };
      const answer = endpoint.isIdempotent
        ? await idempotency.once(
            {
              session,
              key: request.get('idempotency-key'),
              operation: name,
              input: [parsed.params, parsed.body],
            },
            (mark) => handle({ ...parsed, mark }),
          )
        : await handle({ ...parsed, mark: null });
      if (endpoint.file !== undefined) {
        await sendFile(response, endpoint.file, answer as AsyncIterable<string>, logger);
        return;
      }
      response
        .status(endpoint.status ?? 200)
        .set('cache-control', 'no-store')
        .json(answer);
    };
    router[methodOf(endpoint)](endpoint.path, route);
  }
  router.use('/v1', () => {
    throw new DomainError('not_found');
  });
  router.use(createProblemHandler(logger));
  return router;
}

const methodOf = (endpoint: Endpoint) =>
  endpoint.method.toLowerCase() as 'get' | 'post' | 'put' | 'patch' | 'delete';

function parseRequest(endpoint: Endpoint, request: Request) {
  if (endpoint.body && request.body === undefined) {
    const hasBody = request.get('content-length') !== undefined && request.get('content-length') !== '0';
    throw new DomainError(hasBody ? 'unsupported_media_type' : 'invalid_request', {
      errors: [{ path: 'body', message: 'A JSON body is needed.' }],
    });
  }
  // An id that cannot exist is answered like one that does not.
  const params = endpoint.params ? z.safeParse(endpoint.params, request.params) : null;
  if (params && !params.success) throw new DomainError('not_found');
  const query = z.safeParse(endpoint.query ?? z.strictObject({}), request.query);
  const body = endpoint.body ? z.safeParse(endpoint.body, request.body) : null;
  const errors = [...fieldErrors('query', query), ...(body ? fieldErrors('body', body) : [])];
  if (errors.length > 0) throw new DomainError('invalid_request', { errors });
  return { params: params?.data, query: query.data, body: body?.data };
}

function fieldErrors(root: string, result: ReturnType<typeof z.safeParse>) {
  if (result.success) return [];
  return result.error.issues.slice(0, 50).map((issue) => ({
    path: [root, ...issue.path].join('.'),
    message:
      issue.code === 'unrecognized_keys'
        ? `Unknown: ${issue.keys.slice(0, 5).join(', ').slice(0, 100)}`
        : issue.message,
  }));
}
