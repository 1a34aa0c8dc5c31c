import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Writable } from 'node:stream';
import { DomainError } from '@sales-channels/bff';
import express from 'express';
import { pino } from 'pino';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Bff } from './app.ts';
import { createApp } from './app.ts';
import { REDACTED } from './request-log.ts';

const API_KEY = 'k'.repeat(32);
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

async function serve(overrides: Partial<Bff> = {}, { isStopping = false, hostApiKey = API_KEY } = {}) {
  const router = express.Router();
  router.get('/v1/context', (_request, response) => void response.json({ ok: true }));
  router.get('/connect/callback', (_request, response) => {
    response.set('set-cookie', 'sc=secret-cookie').set('content-security-policy', 'page').send('done');
  });
  const getAccessToken = vi.fn<Bff['connections']['getAccessToken']>(async () => ({
    accessToken: 'lent',
    realmId: '1',
    expiresAt: null,
  }));
  const log: string[] = [];
  const stream = new Writable({ write: (chunk, _encoding, done) => (log.push(String(chunk)), done()) });
  const app = createApp({
    bff: { router, connections: { getAccessToken }, isReady: async () => true, ...overrides },
    logger: pino({ level: 'debug', redact: REDACTED }, stream),
    hostApiKey,
    isStopping: () => isStopping,
  });
  const server = createServer(app).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closing.push(() => server.close());
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const askToken = (headers: Record<string, string>, body: unknown) =>
    fetch(`${url}/host/access-token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    });
  return { url, log, getAccessToken, askToken };
}

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;

describe('health', () => {
  it('is alive, and ready while the database answers', async () => {
    const { url } = await serve();
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it.each([
    ['the database does not answer', { isReady: async () => false }, {}],
    ['asking the database fails', { isReady: () => Promise.reject(new Error('gone')) }, {}],
    ['the program stops', {}, { isStopping: true }],
  ])('is alive but not ready when %s', async (_when, overrides, state) => {
    const { url } = await serve(overrides, state);
    expect((await fetch(`${url}/readyz`)).status).toBe(503);
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
  });
});

describe('POST /host/access-token', () => {
  const asked = { businessId: 'kestrel', connectionId: 'c1' };
  const authorization = `Bearer ${API_KEY}`;

  it('J-00 lends the access token of a connection to whoever has the key', async () => {
    const { askToken, getAccessToken } = await serve();
    const response = await askToken({ authorization }, asked);
    expect(await response.json()).toEqual({ accessToken: 'lent', realmId: '1', expiresAt: null });
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(getAccessToken).toHaveBeenCalledWith('kestrel', 'c1');
  });

  it.each([
    ['no key', {}, 'unauthenticated'],
    ['a wrong key', { authorization: 'Bearer nope' }, 'unauthenticated'],
    ['the key from a web page', { authorization, origin: 'http://localhost:4200' }, 'origin_not_allowed'],
  ])('lends nothing to a caller with %s', async (_with, headers, code) => {
    const { askToken, getAccessToken } = await serve();
    expect(await codeOf(await askToken(headers as Record<string, string>, asked))).toBe(code);
    expect(getAccessToken).not.toHaveBeenCalled();
  });

  it.each([{}, { ...asked, connectionId: { $gt: '' } }, { ...asked, more: 1 }, 'text'])(
    'refuses the body %j',
    async (body) => {
      const { askToken, getAccessToken } = await serve();
      expect(await codeOf(await askToken({ authorization }, body))).toBe('invalid_request');
      expect(getAccessToken).not.toHaveBeenCalled();
    },
  );

  it("passes the rule's own answer on", async () => {
    const refusal = new DomainError('reconnect_required');
    const { askToken } = await serve({ connections: { getAccessToken: () => Promise.reject(refusal) } });
    const response = await askToken({ authorization }, asked);
    expect([response.status, await codeOf(response)]).toEqual([409, 'reconnect_required']);
  });
});

describe('the app', () => {
  it('answers what nobody knows with a problem document', async () => {
    const { url } = await serve();
    const response = await fetch(`${url}/nowhere`);
    expect(response.headers.get('content-type')).toContain('application/problem+json');
    expect(await codeOf(response)).toBe('not_found');
  });

  it('sets secure headers, but leaves those of the sign-in pages to them', async () => {
    const { url } = await serve();
    expect((await fetch(`${url}/v1/context`)).headers.get('content-security-policy')).toContain("'self'");
    expect((await fetch(`${url}/connect/callback`)).headers.get('content-security-policy')).toBe('page');
  });

  it('H-07 logs no token, cookie, code or ticket', async () => {
    const { url, log } = await serve();
    await fetch(`${url}/connect/callback?code=secret-code&state=secret-state`, {
      headers: { authorization: 'Bearer secret-token', cookie: 'sc=secret-cookie' },
    });
    await expect.poll(() => log.join('')).toContain('/connect/callback');
    expect(log.join('')).not.toContain('secret');
  });
});
