import { afterEach, beforeEach, describe, expect, inject, it } from 'vitest';
import { startSignIns } from '../testing/start-sign-ins.ts';
import { testSession } from '../testing/start-test-bff.ts';

let test: Awaited<ReturnType<typeof startSignIns>>;
beforeEach(async () => {
  test = await startSignIns({ databaseUri: inject('mongodbUri') });
});
afterEach(() => test.stop());

const MINUTE = 60_000;
const good = (state: string) => ({ code: 'code-1', state, realmId: 'r1' });

/** Runs steps that may write nothing and exchange nothing. */
async function withoutTrace<T>(steps: () => Promise<T>): Promise<T> {
  const before = [await test.fingerprint(), test.provider.exchanges.length];
  const result = await steps();
  expect([await test.fingerprint(), test.provider.exchanges.length]).toEqual(before);
  return result;
}

describe('H-10 a start link', () => {
  it.each([
    ['no page', {}],
    ['a page of another site', { referer: 'https://evil.example/' }],
    ['a look-alike origin', { referer: 'https://app.example.com.evil.example/' }],
    ['the same host over http', { referer: 'http://app.example.com/' }],
    ['nonsense', { referer: 'not a url' }],
  ])('opened from %s is refused and stays good for the page it belongs to', async (_from, headers) => {
    const { id, startUrl } = await test.start();
    const page = await withoutTrace(() => test.open(test.newBrowser(), startUrl, headers));
    expect(page.status).toBe(403);
    expect(page.body).toContain('Start from Northwind');
    expect(page.body).not.toContain('Brightwater');
    expect(page.headers.getSetCookie()).toEqual([]);
    const browser = test.newBrowser();
    expect((await test.open(browser, startUrl)).hidden).toEqual({ authorizationId: id });
  });

  it('works once, also when two browsers come at a time', async () => {
    const { startUrl } = await test.start();
    const pages = await Promise.all([1, 2, 3].map(() => test.open(test.newBrowser(), startUrl)));
    expect(pages.map(({ status }) => String(status)).toSorted()).toEqual(['200', '409', '409']);
    const late = await withoutTrace(() => test.open(test.newBrowser(), startUrl));
    expect(late.status).toBe(409);
  });

  it('expires after two minutes', async () => {
    const { startUrl } = await test.start();
    test.time.ahead = 2 * MINUTE;
    const page = await withoutTrace(() => test.open(test.newBrowser(), startUrl));
    expect(page.status).toBe(410);
  });

  it.each(['', '?ticket=', '?ticket=unknown', '?ticket[$gt]=', '?ticket=a&ticket=b'])(
    'without a ticket of ours (%s) does nothing',
    async (query) => {
      const { startUrl } = await test.start();
      const page = await withoutTrace(() =>
        test.open(test.newBrowser(), new URL(startUrl).origin + '/connect/start' + query),
      );
      expect(page.status).toBe(404);
    },
  );

  it('is not used up by a look at it', async () => {
    const { startUrl } = await test.start();
    const path = startUrl.slice(new URL(startUrl).origin.length);
    const referer = 'https://app.example.com/';
    expect((await withoutTrace(() => test.newBrowser().head(path, { referer }))).status).toBe(405);
    expect((await test.open(test.newBrowser(), startUrl)).status).toBe(200);
  });
});

describe('H-10 going on to the provider', () => {
  it.each([
    ['another site', { origin: 'https://evil.example' }],
    ['a hidden origin', { origin: 'null' }],
    ['a browser that says neither', {}],
    ['another site, by fetch metadata', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused to %s', async (_who, headers) => {
    const browser = test.newBrowser();
    const { id, startUrl } = await test.start();
    await test.open(browser, startUrl);
    const form = { authorizationId: id, answer: 'continue' };
    const page = await withoutTrace(() =>
      browser.post('/connect/continue', form, headers as Record<string, string>),
    );
    expect([page.status, page.location]).toEqual([403, null]);
  });

  it('is refused to another browser, and to one with the cookie of another sign-in', async () => {
    const browser = test.newBrowser();
    const first = await test.start();
    await test.open(browser, first.startUrl);
    const second = await test.leave();
    const pages = await withoutTrace(() =>
      Promise.all([
        test.press(test.newBrowser(), first.id),
        test.press(second.browser, first.id),
        test.press(browser, '0'.repeat(24)),
        test.press(browser, '{"$gt":""}'),
      ]),
    );
    expect(pages.map(({ status }) => status)).toEqual([403, 403, 403, 403]);
  });
});

describe('a callback', () => {
  it.each([
    ['no state', { code: 'code-1', realmId: 'r1' }],
    ['an empty state', good('')],
    ['a wrong state', good('A'.repeat(43))],
    ['an operator for a state', { code: 'code-1', realmId: 'r1', 'state[$gt]': '' }],
    ['an error and a wrong state', { error: 'access_denied', state: 'wrong' }],
  ])('with %s attaches nothing', async (_what, answer) => {
    const { browser, status } = await test.leave();
    const page = await withoutTrace(() => test.comeBack(browser, answer as Record<string, string>));
    expect(page.status).toBe(400);
    expect(page.body).toContain('Nothing was connected');
    expect(await status()).toMatchObject({ status: 'pending' });
  });

  it('H-10 in another browser attaches nothing, and the owner can still finish', async () => {
    const { browser, state, status } = await test.leave();
    const stranger = await test.leave(testSession({ business: { id: 'kestrel', name: 'Kestrel' } }));
    const pages = await withoutTrace(() =>
      Promise.all([
        test.comeBack(test.newBrowser(), good(state)),
        test.comeBack(stranger.browser, good(state)),
        test.comeBack(test.newBrowser(), { error: 'access_denied', state }),
      ]),
    );
    for (const page of pages) {
      expect(page.status).toBe(403);
      expect(page.body).toContain('belongs to another browser');
      expect(page.body).not.toContain('Brightwater');
    }
    await test.comeBack(browser, good(state));
    expect(await status()).toMatchObject({ status: 'succeeded' });
    expect(test.provider.exchanges).toHaveLength(1);
  });

  it('H-10 with a forged cookie attaches nothing', async () => {
    const { browser, state } = await test.leave();
    const forger = test.newBrowser();
    for (const name of browser.cookies.keys()) forger.cookies.set(name, 'A'.repeat(43));
    const page = await withoutTrace(() => test.comeBack(forger, good(state)));
    expect(page.status).toBe(403);
  });

  it('after a quarter of an hour attaches nothing', async () => {
    const { browser, state, status } = await test.leave();
    test.time.ahead = 15 * MINUTE;
    const page = await withoutTrace(() => test.comeBack(browser, good(state)));
    expect(page.status).toBe(410);
    expect(await status()).toMatchObject({ status: 'expired', connectionId: null });
  });

  it.each([
    ['a refusal', { error: 'access_denied' }, 'authorization_denied'],
    ['another error', { error: 'invalid_scope', code: 'code-1', realmId: 'r1' }, 'provider_failed'],
    ['no code', { realmId: 'r1' }, 'provider_failed'],
    ['no company', { code: 'code-1' }, 'provider_failed'],
    ['an empty company', { code: 'code-1', realmId: '' }, 'provider_failed'],
    ['a malformed company', { code: 'code-1', realmId: '../r1?' }, 'provider_failed'],
    ['an operator for a company', { code: 'code-1', 'realmId[$ne]': 'x' }, 'provider_failed'],
  ])('with %s exchanges nothing and fails the sign-in', async (_what, answer, code) => {
    const { browser, state, status } = await test.leave();
    const before = await test.fingerprint('connections', 'businesses');
    const page = await test.comeBack(browser, { ...answer, state });
    expect(page.status).toBe(200);
    expect(page.body).not.toContain('invalid_scope');
    expect(await status()).toMatchObject({ status: 'failed', connectionId: null, problem: { code } });
    expect(await test.fingerprint('connections', 'businesses')).toBe(before);
    expect(test.provider.exchanges).toEqual([]);
    // The state is used up: what comes after changes nothing.
    await withoutTrace(() => test.comeBack(browser, { ...good(state) }));
  });

  it('that is replayed exchanges nothing more, not even with the cookie kept', async () => {
    const { browser, state, status } = await test.leave();
    const cookies = [...browser.cookies];
    await test.comeBack(browser, good(state));
    for (const [name, value] of cookies) browser.cookies.set(name, value);
    for (const answer of [good(state), { ...good(state), code: 'code-2', realmId: 'r2' }]) {
      const page = await withoutTrace(() => test.comeBack(browser, answer));
      expect(page.status).toBe(409);
      expect(page.body).toContain('already finished');
    }
    expect(await status()).toMatchObject({ status: 'succeeded' });
  });

  it('that arrives several times at once exchanges the code once', async () => {
    const { browser, state, status } = await test.leave();
    const pages = await Promise.all([1, 2, 3, 4].map(() => test.comeBack(browser, good(state))));
    expect(pages.map((page) => String(page.status)).toSorted()).toEqual(['200', '409', '409', '409']);
    expect(test.provider.exchanges).toHaveLength(1);
    expect(await status()).toMatchObject({ status: 'succeeded' });
    expect((await test.client.listConnections()).items).toHaveLength(1);
  });
});
