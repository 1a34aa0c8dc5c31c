import { randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { json, type Request, type Response, Router, urlencoded } from 'express';
import { applyFault } from '../http/apply-fault.ts';
import type { CallKind } from '../http/call-kind.ts';
import { onceAnswered } from '../http/counters.ts';
import { send, sendJson } from '../http/send.ts';
import type { World } from '../world.ts';
import { isAuthenticClient } from './client-authentication.ts';
import { accessTokenSeconds, type IssuedTokens } from './grants.ts';

const forms = [urlencoded({ extended: false, limit: '32kb' }), json({ limit: '32kb' })];

/** Exchange of codes, refresh and revocation. */
export function createTokenRoutes(world: World): Router {
  const router = Router();
  router.post('/oauth2/v1/tokens/bearer', forms, createTokenHandler(world));
  router.post('/v2/oauth2/tokens/revoke', forms, createRevokeHandler(world));
  return router;
}

function createTokenHandler(world: World) {
  return async (request: Request, response: Response): Promise<void> => {
    response.setHeader('x-spanid', randomBytes(16).toString('hex'));
    response.setHeader('Cache-Control', 'no-cache, no-store');
    response.setHeader('Pragma', 'no-cache');
    if (await isInterrupted(world, request, response, 'token')) return;
    const form = (request.body ?? {}) as Record<string, unknown>;
    if (!isAuthenticClient(world.app, request, form)) sendJson(response, 401, { error: 'invalid_client' });
    else if (form['grant_type'] === 'authorization_code') exchangeCode(world, form, request, response);
    else if (form['grant_type'] === 'refresh_token') await refresh(world, form, request, response);
    else sendJson(response, 400, { error: 'unsupported_grant_type' });
  };
}

function createRevokeHandler(world: World) {
  return async (request: Request, response: Response): Promise<void> => {
    if (await isInterrupted(world, request, response, 'revoke')) return;
    const form = (request.body ?? {}) as Record<string, unknown>;
    const { token } = form;
    if (!isAuthenticClient(world.app, request, form)) sendJson(response, 401, { error: 'invalid_client' });
    else if (typeof token === 'string' && world.grants.revokeToken(token)) send(response, 200, 'json', '');
    else sendJson(response, 400, { error: 'invalid_request' });
  };
}

async function isInterrupted(world: World, request: Request, response: Response, kind: CallKind) {
  const form = (request.body ?? {}) as Record<string, unknown>;
  const secret = form['code'] ?? form['refresh_token'] ?? form['token'];
  const realmId = typeof secret === 'string' ? world.grants.realmOf(secret) : undefined;
  onceAnswered(response, (status) => world.counters.record(realmId ?? '', kind, status, false));
  const fault = world.faults.take(realmId ?? '', kind);
  return fault ? applyFault(response, fault, world.clock.milliseconds()) : false;
}

function exchangeCode(
  world: World,
  form: Record<string, unknown>,
  request: Request,
  response: Response,
): void {
  const { code, redirect_uri: redirectUri } = form;
  if (typeof code !== 'string' || typeof redirectUri !== 'string') {
    return sendJson(response, 400, { error: 'invalid_request' });
  }
  const issued = world.grants.exchange(code, redirectUri);
  if (!issued) return sendJson(response, 400, { error: 'invalid_grant' });
  return sendTokens(issued, request, response);
}

async function refresh(
  world: World,
  form: Record<string, unknown>,
  request: Request,
  response: Response,
): Promise<void> {
  const { switches, grants } = world;
  const refused = { error: 'invalid_grant', error_description: 'Incorrect or invalid refresh token' };
  const token = form['refresh_token'];
  const grant = typeof token === 'string' ? grants.refreshable(token) : undefined;
  if (!grant) {
    const replaced = typeof token === 'string' ? grants.ofReplaced(token) : undefined;
    if (replaced && switches.guessOldRefreshTokenRevokes) grants.revoke(replaced);
    return sendJson(response, 400, refused);
  }
  if (grant.isRefreshing) {
    if (switches.guessConcurrentRefreshRevokes) grants.revoke(grant);
    return sendJson(response, 400, refused);
  }
  grant.isRefreshing = true;
  try {
    const issued = grants.refresh(grant);
    await wait(switches.guessRefreshMilliseconds);
    return sendTokens(issued, request, response);
  } finally {
    grant.isRefreshing = false;
  }
}

function sendTokens(issued: IssuedTokens, request: Request, response: Response): void {
  const { grant, issuedAt, accessToken } = issued;
  const secondsUntil = (at: number) => Math.max(0, Math.floor((at - issuedAt) / 1000));
  const wantsHardExpiry = request.headers['x-include-refresh-token-hard-expires-in'] === 'true';
  sendJson(response, 200, {
    token_type: 'bearer',
    access_token: accessToken,
    refresh_token: grant.refreshToken,
    expires_in: accessTokenSeconds,
    x_refresh_token_expires_in: secondsUntil(grant.refreshExpiresAt),
    ...(wantsHardExpiry && { x_refresh_token_hard_expires_in: secondsUntil(grant.hardExpiresAt) }),
  });
}
