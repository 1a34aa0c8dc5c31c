import { beforeEach, describe, expect, it } from 'vitest';
import { authorizationParameters } from '../testing/emulator-client.ts';
import { otherRealm, realm, withEmulator } from '../testing/with-emulator.ts';

const emulator = withEmulator({ switches: { guessRefreshMilliseconds: 10 } });
const day = 86_400;
const advance = (advanceSeconds: number) => emulator().control('clock', { advanceSeconds });
const readStatus = async (accessToken: string, realmId = realm) =>
  (await emulator().company(realmId, accessToken).get(`companyinfo/${realmId}`)).status;

beforeEach(async () => {
  await emulator().control('reset', {});
});

describe('the code', () => {
  it('is exchanged once for tokens shaped like the service', async () => {
    const code = await emulator().authorize(realm);
    const { status, body, headers } = await emulator().exchange(code);
    expect(status).toBe(200);
    expect(body).toEqual({
      token_type: 'bearer',
      access_token: expect.stringMatching(/^[\w-]+\.\.[\w-]+\.[\w-]+\.[\w-]+$/),
      refresh_token: expect.stringMatching(/^RT1-/),
      expires_in: 3600,
      x_refresh_token_expires_in: 8_726_400,
    });
    expect(headers.get('cache-control')).toContain('no-store');
    expect(headers.get('intuit_tid')).toBeTruthy();
    expect(await readStatus(body.access_token)).toBe(200);
  });

  it('is refused a second time, and the first tokens die with it', async () => {
    const code = await emulator().authorize(realm);
    const first = await emulator().exchange(code);
    const second = await emulator().exchange(code);
    expect([second.status, second.body]).toEqual([400, { error: 'invalid_grant' }]);
    expect(await readStatus(first.body.access_token)).toBe(401);
  });

  it('leaves the first tokens alone when that guess is switched off', async () => {
    await emulator().control('switches', { guessSecondExchangeRevokes: false });
    const code = await emulator().authorize(realm);
    const first = await emulator().exchange(code);
    expect((await emulator().exchange(code)).status).toBe(400);
    expect(await readStatus(first.body.access_token)).toBe(200);
  });

  it('is refused after ten minutes and with another redirect URI', async () => {
    const late = await emulator().authorize(realm);
    await advance(601);
    expect((await emulator().exchange(late)).status).toBe(400);
    const code = await emulator().authorize(realm);
    const form = { grant_type: 'authorization_code', code, redirect_uri: 'http://localhost:4300/' };
    expect((await emulator().token(form)).status).toBe(400);
  });

  it('needs the secret of the app, in the header or in the form', async () => {
    const code = await emulator().authorize(realm);
    const form = {
      grant_type: 'authorization_code',
      code,
      redirect_uri: authorizationParameters.redirect_uri,
    };
    const wrong = `Basic ${Buffer.from('emulator-client:wrong').toString('base64')}`;
    const refused = await emulator().token(form, { authorization: wrong });
    expect([refused.status, refused.body]).toEqual([401, { error: 'invalid_client' }]);
    const credentials = { client_id: 'emulator-client', client_secret: 'emulator-secret' };
    expect((await emulator().token({ ...form, ...credentials }, { authorization: '' })).status).toBe(200);
  });
});

describe('refreshing', () => {
  it('keeps the refresh token for a day, then gives another and lets the old one die', async () => {
    const first = await emulator().connect(realm);
    await advance(day - 60);
    const second = await emulator().refresh(first.refresh_token);
    expect(second.body.refresh_token).toBe(first.refresh_token);
    expect(second.body.access_token).not.toBe(first.access_token);
    await advance(120);
    const third = await emulator().refresh(first.refresh_token);
    expect(third.body.refresh_token).not.toBe(first.refresh_token);
    const old = await emulator().refresh(first.refresh_token);
    expect([old.status, old.body]).toEqual([
      400,
      { error: 'invalid_grant', error_description: 'Incorrect or invalid refresh token' },
    ]);
    expect((await emulator().refresh(third.body.refresh_token)).status).toBe(200);
  });

  it('accepts the old token for as long as the guessed grace lasts', async () => {
    await emulator().control('switches', { guessRefreshGraceSeconds: 100 });
    const { refresh_token: old } = await emulator().connect(realm);
    await advance(day);
    await emulator().refresh(old);
    expect((await emulator().refresh(old)).status).toBe(200);
    await advance(101);
    expect((await emulator().refresh(old)).status).toBe(400);
  });

  it('rolls 101 days ahead and ends without use', async () => {
    const { refresh_token: token } = await emulator().connect(realm);
    await advance(100 * day);
    const rolled = await emulator().refresh(token);
    expect(rolled.body.x_refresh_token_expires_in).toBe(8_726_400);
    await advance(102 * day);
    expect((await emulator().refresh(rolled.body.refresh_token)).status).toBe(400);
  });

  it('ends after the documented 100 days without use when the guess is set to that', async () => {
    await emulator().control('switches', { guessRefreshTokenSeconds: 100 * day });
    const { refresh_token: token, x_refresh_token_expires_in: life } = await emulator().connect(realm);
    expect(life).toBe(8_640_000);
    await advance(100 * day - 60);
    const rolled = await emulator().refresh(token);
    expect(rolled.status).toBe(200);
    await advance(100 * day + 1);
    expect((await emulator().refresh(rolled.body.refresh_token)).status).toBe(400);
  });

  it('ends five years after the authorisation, and tells how long that is only when asked', async () => {
    let { refresh_token: token } = await emulator().connect(realm);
    const header = { 'x-include-refresh-token-hard-expires-in': 'true' };
    const asked = await emulator().refresh(token, header);
    const left = asked.body.x_refresh_token_hard_expires_in ?? 0;
    expect(left).toBeLessThanOrEqual(157_680_000);
    expect(left).toBeGreaterThan(157_680_000 - 60);
    for (let step = 0; step < 18; step += 1) {
      await advance(100 * day);
      const answer = await emulator().refresh(token);
      expect(answer.body).not.toHaveProperty('x_refresh_token_hard_expires_in');
      token = answer.body.refresh_token;
    }
    const last = await emulator().refresh(token, header);
    expect(last.body.x_refresh_token_expires_in).toBeLessThanOrEqual(25 * day);
    expect(last.body.x_refresh_token_expires_in).toBeGreaterThan(25 * day - 60);
    await advance(26 * day);
    expect((await emulator().refresh(token)).status).toBe(400);
  });

  it('refuses the second of two at once and ends the grant', async () => {
    await emulator().control('switches', { guessRefreshMilliseconds: 500 });
    const { refresh_token: token } = await emulator().connect(realm);
    const answers = await Promise.all([emulator().refresh(token), emulator().refresh(token)]);
    expect(answers.map((each) => each.status).sort((left, right) => left - right)).toEqual([200, 400]);
    const [winner] = answers.filter((each) => each.status === 200);
    expect(await readStatus(winner?.body.access_token ?? '')).toBe(401);
    expect((await emulator().refresh(token)).status).toBe(400);
  });

  it('rotates and then loses the answer when told to', async () => {
    const { refresh_token: token } = await emulator().connect(realm);
    await advance(day);
    await emulator().control('faults', { kind: 'lost', match: 'token', realm });
    await expect(emulator().refresh(token)).rejects.toThrow();
    expect((await emulator().refresh(token)).status).toBe(400);
  });
});

describe('the end of a grant', () => {
  it('comes with revocation: 200 and empty, then 400', async () => {
    const tokens = await emulator().connect(realm);
    const revoked = await emulator().revoke(tokens.refresh_token);
    expect([revoked.status, revoked.text]).toEqual([200, '']);
    expect((await emulator().revoke(tokens.refresh_token)).status).toBe(400);
    expect(await readStatus(tokens.access_token)).toBe(401);
    expect((await emulator().refresh(tokens.refresh_token)).status).toBe(400);
  });

  it('comes when the user disconnects inside the company', async () => {
    const tokens = await emulator().connect(realm);
    const other = await emulator().connect(otherRealm);
    expect((await emulator().control('revoke', { realm })).body).toEqual({ revoked: 1 });
    expect(await readStatus(tokens.access_token)).toBe(401);
    expect((await emulator().refresh(tokens.refresh_token)).status).toBe(400);
    expect(await readStatus(other.access_token, otherRealm)).toBe(200);
  });

  it('comes when the same company is connected again', async () => {
    const earlier = await emulator().connect(realm);
    const later = await emulator().connect(realm);
    expect(await readStatus(earlier.access_token)).toBe(401);
    expect(await readStatus(later.access_token)).toBe(200);
  });
});
