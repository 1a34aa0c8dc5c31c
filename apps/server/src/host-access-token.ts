import { createHash, timingSafeEqual } from 'node:crypto';
import { createProblem } from '@sales-channels/contract';
import type { ProblemCode, ProblemDetails } from '@sales-channels/contract';
import type { RequestHandler, Response } from 'express';
import express from 'express';
import { z } from 'zod';
import type { Bff } from './app.ts';

const bodySchema = z.strictObject({
  businessId: z.string().min(1).max(64),
  connectionId: z.string().min(1).max(64),
});

/**
 * `POST /host/access-token`: lends the host's backend an access token of a connection that was signed in here, so that one
 * server only ever refreshes it. For servers: a request that a browser's page made is refused whatever it knows.
 */
export function createHostAccessToken(apiKey: string, connections: Bff['connections']): RequestHandler[] {
  return [
    (request, response, next) => {
      if (request.get('origin') !== undefined) return sendProblem(response, 'origin_not_allowed');
      const [scheme, key] = (request.get('authorization') ?? '').split(' ');
      if (scheme?.toLowerCase() !== 'bearer' || !isSame(key ?? '', apiKey))
        return sendProblem(response, 'unauthenticated', { detail: 'The API key of the host is needed.' });
      next();
    },
    express.json({ limit: '1kb' }),
    async (request, response) => {
      const body = bodySchema.safeParse(request.body);
      if (!body.success)
        return sendProblem(response, 'invalid_request', { detail: z.prettifyError(body.error) });
      const { businessId, connectionId } = body.data;
      const lent = await connections.getAccessToken(businessId, connectionId);
      response.set('cache-control', 'no-store').json(lent);
    },
  ];
}

export function sendProblem(response: Response, code: ProblemCode, details: ProblemDetails = {}): void {
  const problem = createProblem(code, details);
  response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

/** Compares in constant time; digests make the lengths equal. */
const isSame = (left: string, right: string): boolean => timingSafeEqual(digest(left), digest(right));

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
