import { describe, expect, it } from 'vitest';
import { authorizationParameters } from '../testing/emulator-client.ts';
import { otherRealm, realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator({ appName: 'Northwind & Sons' });
const page = (changes: Record<string, string> = {}) => {
  const query = new URLSearchParams({ ...authorizationParameters, ...changes });
  return fetch(`${emulator().url}/connect/oauth2?${query.toString()}`, { redirect: 'manual' });
};
const callbackOf = (response: Response) => new URL(response.headers.get('location') ?? '');

describe('the authorisation page', () => {
  it('shows the app, every company as a choice, and approve and deny', async () => {
    const response = await page();
    const html = await response.text();
    expect(response.status).toBe(200);
    expect(html).toContain('Northwind &amp; Sons');
    expect(html.match(/type="radio"/g)).toHaveLength(2);
    expect(html).toContain(`value="${realm}"`);
    expect(html).toContain('value="approve"');
    expect(html).toContain('value="deny"');
    expect(response.headers.get('intuit_tid')).toMatch(/^1-[0-9a-f]{8}-[0-9a-f]{24}$/);
  });

  it('sends the browser back with code, state and the company that was picked', async () => {
    const response = await emulator().submitForm({ realmId: otherRealm, state: 'a b&c' });
    const callback = callbackOf(response);
    expect(response.status).toBe(302);
    expect(callback.origin + callback.pathname).toBe(authorizationParameters.redirect_uri);
    expect(callback.searchParams.get('state')).toBe('a b&c');
    expect(callback.searchParams.get('realmId')).toBe(otherRealm);
    expect(callback.searchParams.get('code')?.length).toBeLessThanOrEqual(512);
  });

  it('sends access_denied, and neither code nor company, when denied', async () => {
    const callback = callbackOf(await emulator().submitForm({ realmId: realm, decision: 'deny' }));
    expect(Object.fromEntries(callback.searchParams)).toEqual({ error: 'access_denied', state: 'state-1' });
  });

  it.each([
    ['another redirect URI', { redirect_uri: `${authorizationParameters.redirect_uri}/` }],
    ['an unknown client', { client_id: 'somebody-else' }],
    ['no state', { state: '' }],
  ])('redirects nowhere with %s', async (_case, changes) => {
    for (const response of [
      await page(changes),
      await emulator().submitForm({ realmId: realm, ...changes }),
    ]) {
      expect(response.status).toBe(400);
      expect(response.headers.get('location')).toBeNull();
    }
  });

  it('reports an unknown scope to the app', async () => {
    const callback = callbackOf(await page({ scope: 'everything' }));
    expect(Object.fromEntries(callback.searchParams)).toEqual({ error: 'invalid_scope', state: 'state-1' });
  });

  it('issues no code for a company that does not exist', async () => {
    const response = await emulator().submitForm({ realmId: '1' });
    expect(response.status).toBe(400);
  });

  it('registers redirect URIs through the control API, character by character', async () => {
    const uri = 'http://127.0.0.1:5999/cb?x=1';
    expect((await page({ redirect_uri: uri })).status).toBe(400);
    await emulator().control('apps', { redirectUris: [uri] });
    expect((await page({ redirect_uri: uri })).status).toBe(200);
    const callback = callbackOf(await emulator().submitForm({ realmId: realm, redirect_uri: uri }));
    expect(callback.searchParams.get('x')).toBe('1');
  });

  it('names its own addresses in both discovery documents', async () => {
    for (const name of ['openid_configuration', 'openid_sandbox_configuration']) {
      const response = await fetch(`${emulator().url}/.well-known/${name}`);
      expect(await response.json()).toMatchObject({
        authorization_endpoint: `${emulator().url}/connect/oauth2`,
        token_endpoint: `${emulator().url}/oauth2/v1/tokens/bearer`,
        revocation_endpoint: `${emulator().url}/v2/oauth2/tokens/revoke`,
      });
    }
  });
});
