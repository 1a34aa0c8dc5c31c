import { existsSync } from 'node:fs';
import type { TokenSet } from '@sales-channels/bff/provider';
import OAuthClient from 'intuit-oauth';
import { describe, expect, test } from 'vitest';
import type { QuickBooksConfig } from '../config.ts';
import { resolveEndpoints } from '../environments.ts';
import { failure } from '../testing/failure.ts';
import { json, stubFetch } from '../testing/stub-fetch.ts';
import { createOAuth } from './oauth.ts';

const now = new Date('2026-11-23T10:00:00Z');
const redirectUri = 'https://bff.example/v1/oauth/quickbooks/callback';
const answer = {
  token_type: 'bearer',
  access_token: 'access-2',
  refresh_token: 'refresh-2',
  expires_in: 3600,
  x_refresh_token_expires_in: 8_726_400,
  x_refresh_token_hard_expires_in: 157_680_000,
};
const previous: TokenSet = {
  accessToken: 'access-1',
  refreshToken: 'refresh-1',
  accessTokenExpiresAt: now,
  refreshTokenExpiresAt: now,
  hardExpiresAt: new Date('2031-01-01T00:00:00Z'),
};

function oauthOn(fetch: typeof globalThis.fetch, config: Partial<QuickBooksConfig> = {}) {
  const whole = {
    clientId: 'client',
    clientSecret: 'secret',
    environment: 'sandbox' as const,
    fetch,
    clock: () => now,
    ...config,
  };
  return createOAuth(whole, resolveEndpoints(whole.environment));
}

const hanging: typeof globalThis.fetch = (_input, init) =>
  new Promise((_resolve, reject) => {
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error));
  });

const statics = () => [
  OAuthClient.authorizeEndpoint,
  OAuthClient.tokenEndpoint,
  OAuthClient.revokeEndpoint,
  { ...OAuthClient.retryConfig },
];

test('the authorization URL carries client, scope, redirect and the caller’s own state', () => {
  const url = new URL(oauthOn(fetch).authorizationUrl({ state: 'st/ate+1', redirectUri }));
  expect(url.origin + url.pathname).toBe('https://appcenter.intuit.com/connect/oauth2');
  expect(Object.fromEntries(url.searchParams)).toEqual({
    client_id: 'client',
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'com.intuit.quickbooks.accounting',
    state: 'st/ate+1',
  });
});

describe('exchange', () => {
  test('sends the code once with the configured redirect URI and asks for the hard expiry', async () => {
    const { fetch, calls } = stubFetch([json(answer)]);
    const code = 'AB1&redirectUri=https://evil.example';
    const tokens = await oauthOn(fetch).exchange({ code, realmId: '77', redirectUri });
    expect(calls).toHaveLength(1);
    expect(calls[0]?.url.href).toBe('https://oauth.platform.intuit.com/oauth2/v1/tokens/bearer');
    expect(Object.fromEntries(new URLSearchParams(calls[0]?.body))).toEqual({
      grant_type: 'authorization_code',
      code,
      redirect_uri: redirectUri,
    });
    expect(calls[0]?.headers.get('authorization')).toBe(`Basic ${btoa('client:secret')}`);
    expect(calls[0]?.headers.get('x-include-refresh-token-hard-expires-in')).toBe('true');
    expect(tokens).toEqual({
      accessToken: 'access-2',
      refreshToken: 'refresh-2',
      accessTokenExpiresAt: new Date('2026-11-23T11:00:00Z'),
      refreshTokenExpiresAt: new Date(now.getTime() + 8_726_400_000),
      hardExpiresAt: new Date(now.getTime() + 157_680_000_000),
    });
  });

  test('a redirect URI with a query of its own is sent as it is', async () => {
    const { fetch, calls } = stubFetch([json(answer)]);
    const own = `${redirectUri}?tenant=a`;
    await oauthOn(fetch).exchange({ code: 'c', realmId: '77', redirectUri: own });
    expect(new URLSearchParams(calls[0]?.body).get('redirect_uri')).toBe(own);
  });

  test('without a code nothing is sent', async () => {
    const { fetch, calls } = stubFetch([]);
    const error = await failure(oauthOn(fetch).exchange({ code: '', realmId: '77', redirectUri }));
    expect(error.code).toBe('rejected');
    expect(calls).toHaveLength(0);
  });
});

describe('refresh', () => {
  test('sends the refresh token it was given and keeps a hard expiry that is not told again', async () => {
    const { x_refresh_token_hard_expires_in: _, ...untold } = answer;
    const { fetch, calls } = stubFetch([json(untold)]);
    const tokens = await oauthOn(fetch).refresh(previous);
    expect(Object.fromEntries(new URLSearchParams(calls[0]?.body))).toEqual({
      grant_type: 'refresh_token',
      refresh_token: 'refresh-1',
    });
    expect(tokens.refreshToken).toBe('refresh-2');
    expect(tokens.hardExpiresAt).toEqual(previous.hardExpiresAt);
  });

  const reset = Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('read'), { code: 'ECONNRESET' }),
  });
  const refused = Object.assign(new TypeError('fetch failed'), {
    cause: Object.assign(new Error('connect'), { code: 'ECONNREFUSED' }),
  });
  test.each([
    ['invalid_grant by its field', () => json({ error: 'invalid_grant' }, 400), 'invalid_grant'],
    [
      'invalid_grant in other words',
      () => json({ error_description: 'Token invalid', error: 'invalid_grant' }, 400),
      'invalid_grant',
    ],
    [
      'other errors that only mention it',
      () => json({ error: 'invalid_request', error_description: 'not invalid_grant' }, 400),
      'rejected',
    ],
    ['refused credentials', () => json({ error: 'invalid_client' }, 401), 'misconfigured'],
    ['throttling', () => json({}, 429), 'throttled'],
    ['a broken server', () => new Response('<html>504</html>', { status: 504 }), 'ambiguous'],
    ['a broken server that names invalid_grant', () => json({ error: 'invalid_grant' }, 500), 'ambiguous'],
    ['success without tokens', () => json({ token_type: 'bearer' }), 'ambiguous'],
    ['a page instead of tokens', () => new Response('<html>proxy</html>'), 'ambiguous'],
    ['a redirect', () => new Response(null, { status: 302, headers: { location: '/' } }), 'ambiguous'],
    ['a reset connection', () => reset, 'ambiguous'],
    ['a connection that never stood', () => refused, 'unavailable'],
  ])('%s → %s, with one request', async (_name, answerWith, code) => {
    const { fetch, calls } = stubFetch(() => answerWith());
    const error = await failure(oauthOn(fetch).refresh(previous));
    expect(error.code).toBe(code);
    expect(calls).toHaveLength(1);
  });

  test('no answer in time is ambiguous', async () => {
    const error = await failure(oauthOn(hanging, { timeouts: { token: 20 } }).refresh(previous));
    expect(error.code).toBe('ambiguous');
  });

  test('an error tells status and Intuit’s id of the request, and no token', async () => {
    const { fetch } = stubFetch([json({ error: 'invalid_grant', error_description: 'refresh-1' }, 400)]);
    const error = await failure(oauthOn(fetch).refresh(previous));
    expect(error).toMatchObject({ status: 400, providerCode: 'invalid_grant', traceId: '1-abc' });
    expect(JSON.stringify([error, error.message, error.stack, error.cause])).not.toMatch(/refresh-1|secret/);
  });
});

describe('revoke', () => {
  test('ends the whole grant with the refresh token', async () => {
    const { fetch, calls } = stubFetch([new Response(null, { status: 200 })]);
    await oauthOn(fetch).revoke(previous);
    expect(calls[0]?.url.href).toBe('https://developer.api.intuit.com/v2/oauth2/tokens/revoke');
    expect(JSON.parse(calls[0]?.body ?? '')).toEqual({ token: 'refresh-1' });
  });

  test.each([
    ['an empty 400', () => new Response(null, { status: 400 })],
    ['invalid_grant', () => json({ error: 'invalid_grant' }, 400)],
  ])('%s means it had ended already', async (_name, answerWith) => {
    const { fetch, calls } = stubFetch(() => answerWith());
    await expect(oauthOn(fetch).revoke(previous)).resolves.toBeUndefined();
    expect(calls).toHaveLength(1);
  });

  test('refused credentials are not mistaken for an ended grant', async () => {
    const { fetch } = stubFetch([json({ error: 'invalid_client' }, 400)]);
    expect((await failure(oauthOn(fetch).revoke(previous))).code).toBe('misconfigured');
  });

  test('a broken server leaves it open', async () => {
    const { fetch } = stubFetch([new Response('', { status: 503 })]);
    expect((await failure(oauthOn(fetch).revoke(previous))).code).toBe('ambiguous');
  });
});

test('two environments work side by side, and the library’s process-wide settings stay as they were', async () => {
  const before = statics();
  const { fetch, calls } = stubFetch(() => json(answer));
  const emulator = oauthOn(fetch, {
    environment: {
      name: 'emulator',
      authorizeUrl: 'http://qb.test',
      tokenUrl: 'http://127.0.0.1:9',
      apiUrl: 'http://127.0.0.1:9',
    },
  });
  await Promise.all([emulator.refresh(previous), oauthOn(fetch).refresh(previous)]);
  expect(calls.map(({ url }) => url.origin).sort()).toEqual([
    'http://127.0.0.1:9',
    'https://oauth.platform.intuit.com',
  ]);
  expect(emulator.authorizationUrl({ state: 's', redirectUri })).toMatch(
    /^http:\/\/qb\.test\/connect\/oauth2\?/,
  );
  expect(statics()).toEqual(before);
  expect(existsSync('logs/oAuthClient-log.log')).toBe(false);
});
