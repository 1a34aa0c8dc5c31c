import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { startSignIns } from '../testing/start-sign-ins.ts';
import { testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startSignIns>>;
beforeEach(async () => {
  test = await startSignIns({ databaseUri: inject('mongodbUri') });
});
afterEach(() => test.stop());

describe('a sign-in', () => {
  it('C-09 goes over our page to the provider and back, and leaves a connection', async () => {
    const browser = test.newBrowser();
    const started = await test.start();
    expect(started).toMatchObject({ status: 'pending', connectionId: null, problem: null });

    const page = await test.open(browser, started.startUrl);
    expect(page.status).toBe(200);
    for (const words of ['Connect Scripted Books to Brightwater', 'Dana', 'Northwind'])
      expect(page.body).toContain(words);
    expect(page.hidden).toEqual({ authorizationId: started.id });

    const left = await test.press(browser, page.hidden['authorizationId'] ?? '');
    expect(left.status).toBe(303);
    const target = new URL(left.location ?? '');
    expect(target.origin).toBe('https://books.example');
    const state = target.searchParams.get('state') ?? '';

    const end = await test.comeBack(browser, { code: 'code-1', state, realmId: 'r1' });
    expect(end.status).toBe(200);
    expect(end.body).toContain('You can close this window');
    expect(test.provider.exchanges).toEqual([
      { code: 'code-1', realmId: 'r1', redirectUri: 'https://bff.example.com/connect/callback' },
    ]);

    const authorization = await test.client.getAuthorization({ params: { authorizationId: started.id } });
    const { items } = await test.client.listConnections();
    expect(items).toMatchObject([
      { companyName: 'Company r1', providerName: 'Scripted Books', ownership: 'kit', channelId: null },
    ]);
    expect(authorization).toMatchObject({ status: 'succeeded', connectionId: items[0]?.id, problem: null });
    const lent = await test.bff.connections.getAccessToken('brightwater', items[0]?.id ?? '');
    expect(test.provider.isGood(lent.accessToken)).toBe(true);
  });

  it('keeps neither ticket, state, cookie nor token readable in the database', async () => {
    const { browser, state, startUrl } = await test.leave();
    const secret = [...browser.cookies.values()][0] ?? '';
    await test.comeBack(browser, { code: 'code-1', state, realmId: 'r1' });
    const names = (await test.database.listCollections()).map(({ name }) => name);
    const dump = JSON.stringify(
      await Promise.all(names.map((name) => test.database.collection(name).find().toArray())),
    );
    expect(secret).toHaveLength(43);
    for (const text of [
      new URL(startUrl).searchParams.get('ticket'),
      state,
      secret,
      'access-g1',
      'refresh-g1',
    ])
      expect(dump).not.toContain(text);
  });

  it('H-10 binds to the browser with a cookie no script and no other host sees', async () => {
    const browser = test.newBrowser();
    const { id, startUrl } = await test.start();
    const page = await test.open(browser, startUrl);
    const [cookie = ''] = page.headers.getSetCookie();
    expect(cookie).toMatch(new RegExp(`^__Host-sales-channels-${id}=[\\w-]{43};`));
    for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/', 'Max-Age=900'])
      expect(cookie.split('; ')).toContain(attribute);
    expect(cookie).not.toContain('Domain');
  });

  it('shows pages that nobody can frame, store, or add anything to', async () => {
    const browser = test.newBrowser();
    const { id, startUrl } = await test.start();
    const page = await test.open(browser, startUrl);
    const policy = page.headers.get('content-security-policy') ?? '';
    const nonce = /style-src 'nonce-([^']+)'/.exec(policy)?.[1] ?? '';
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src 'nonce-${nonce}'`,
      `script-src 'nonce-${nonce}'`,
      "form-action 'self' https:",
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ]);
    expect(page.body).toContain(`<style nonce="${nonce}">`);
    expect(Object.fromEntries(page.headers)).toMatchObject({
      'cache-control': 'no-store',
      'x-frame-options': 'DENY',
      'cross-origin-opener-policy': 'unsafe-none',
      'referrer-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    });
    const left = await test.press(browser, id);
    expect(left.headers.get('referrer-policy')).toBe('no-referrer');
  });

  it('tells the host by exact origins that it is over', async () => {
    const origins = ['https://app.example.com', 'https://beta.example.com'];
    const { id, browser, state } = await test.leave(testSession({ allowedOrigins: origins }));
    const end = await test.comeBack(browser, { code: 'code-1', state, realmId: 'r1' });
    expect(end.body).toContain(JSON.stringify(origins).replaceAll('"', '&quot;'));
    expect(end.body).toContain(`data-authorization-id="${id}"`);
    expect(end.body).not.toContain("'*'");
    expect(end.headers.get('content-security-policy')).toContain("form-action 'none'");
  });

  it('shows names as text, whatever they contain', async () => {
    const name = '<script>alert(1)</script>"\'&';
    const session = testSession({ business: { id: 'brightwater', name }, user: { id: 'u', name } });
    const { startUrl } = await test.start(session);
    const page = await test.open(test.newBrowser(), startUrl);
    expect(page.body).not.toContain('<script>');
    expect(page.body).toContain('&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;');
  });

  it('C-09 in a full page goes back to where it came from, saying which sign-in it was', async () => {
    const returnTo = 'https://app.example.com/settings?tab=sales#connections';
    const done = await test.leave(testSession(), { returnTo });
    const end = await test.comeBack(done.browser, { code: 'code-1', state: done.state, realmId: 'r1' });
    expect([end.status, end.location]).toEqual([
      303,
      `https://app.example.com/settings?tab=sales&sc_authorization=${done.id}#connections`,
    ]);
    const connectionId = (await done.status()).connectionId ?? '';
    const denied = await test.leave(testSession(), { returnTo, connectionId });
    const back = await test.comeBack(denied.browser, { error: 'access_denied', state: denied.state });
    expect(back.location).toContain(`sc_authorization=${denied.id}`);
  });

  it('shows its page again to the browser it belongs to, e.g. after going back', async () => {
    const { browser, startUrl, id, state } = await test.leave();
    expect((await test.open(browser, startUrl, {})).body).toContain('Connect Scripted Books');
    const again = await test.press(browser, id);
    const newState = new URL(again.location ?? '').searchParams.get('state') ?? '';
    expect((await test.comeBack(browser, { code: 'c', state, realmId: 'r1' })).status).toBe(400);
    await test.comeBack(browser, { code: 'c', state: newState, realmId: 'r1' });
    expect(test.provider.exchanges).toHaveLength(1);
  });

  it('can be cancelled on our page', async () => {
    const browser = test.newBrowser();
    const { id, startUrl } = await test.start();
    await test.open(browser, startUrl);
    const end = await test.press(browser, id, 'cancel');
    expect(end.body).toContain('Nothing was connected');
    expect(await test.client.getAuthorization({ params: { authorizationId: id } })).toMatchObject({
      status: 'failed',
      problem: { code: 'authorization_denied' },
    });
    expect((await test.press(browser, id)).status).toBe(403);
  });
});
