import { SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { createSessionSigner } from './create-session-signer.ts';
import { createSessionVerifier } from './create-session-verifier.ts';
import type { Session } from './session.ts';

const secret = 'a-secret-of-at-least-thirty-two-bytes';
const session: Session = {
  business: { id: 'brightwater', name: 'Brightwater' },
  user: { id: 'u1', name: 'Dana' },
  permissions: ['read'],
  entitlements: { salesTracking: { allowed: true }, maxAccountingConnections: 1 },
  timeZone: 'Pacific/Auckland',
  homeCurrency: 'NZD',
  allowedOrigins: ['https://app.example.com'],
};
const sign = createSessionSigner({ keyId: 'k1', secret });
const verify = createSessionVerifier({ k1: secret, k2: `${secret}-new` });
const forged = (change: (jwt: SignJWT) => SignJWT, key = secret) =>
  change(
    new SignJWT({ ...session, user: undefined, userName: 'Dana' }).setProtectedHeader({
      alg: 'HS256',
      kid: 'k1',
    }),
  )
    .setSubject('u1')
    .sign(new TextEncoder().encode(key));

describe('a session', () => {
  it('U-01 arrives as it was signed, permissions included', async () => {
    expect(await verify(await sign(session))).toMatchObject(session);
  });

  it('is found by the id of its key, so that keys can be rotated', async () => {
    const signNew = createSessionSigner({ keyId: 'k2', secret: `${secret}-new` });
    expect(await verify(await signNew(session))).toMatchObject(session);
    const signUnknown = createSessionSigner({ keyId: 'k3', secret });
    await expect(verify(await signUnknown(session))).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('lasts fifteen minutes at most', async () => {
    await expect(sign(session, 901)).rejects.toThrow(RangeError);
    const long = await forged((jwt) =>
      jwt
        .setAudience('sales-channels')
        .setIssuedAt(Date.now() / 1000 - 1000)
        .setExpirationTime('2h'),
    );
    await expect(verify(long)).rejects.toMatchObject({ code: 'session_expired' });
  });

  it('tells an expired one from a wrong one', async () => {
    const old = await forged((jwt) =>
      jwt
        .setAudience('sales-channels')
        .setIssuedAt(Date.now() / 1000 - 600)
        .setExpirationTime('-5m'),
    );
    await expect(verify(old)).rejects.toMatchObject({ code: 'session_expired' });
    await expect(verify('nonsense')).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it('is refused with another audience, another key, no signature or a missing claim', async () => {
    const timed = (jwt: SignJWT) => jwt.setIssuedAt().setExpirationTime('5m');
    await expect(verify(await forged((jwt) => timed(jwt).setAudience('other')))).rejects.toMatchObject({
      code: 'unauthenticated',
    });
    const wrongKey = await forged(
      (jwt) => timed(jwt).setAudience('sales-channels'),
      'another-secret-of-thirty-two-bytes!!',
    );
    await expect(verify(wrongKey)).rejects.toMatchObject({ code: 'unauthenticated' });
    const [, payload] = (await sign(session)).split('.');
    const none = `${Buffer.from('{"alg":"none","kid":"k1"}').toString('base64url')}.${payload}.`;
    await expect(verify(none)).rejects.toMatchObject({ code: 'unauthenticated' });
    const bare = await new SignJWT({})
      .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
      .setAudience('sales-channels')
      .setIssuedAt()
      .setExpirationTime('5m')
      .sign(new TextEncoder().encode(secret));
    await expect(verify(bare)).rejects.toMatchObject({ code: 'unauthenticated' });
  });

  it.each([
    ['a business id with other letters', { business: { id: 'a b', name: 'x' } }],
    ['a business id over 64 letters', { business: { id: 'a'.repeat(65), name: 'x' } }],
    ['an unknown time zone', { timeZone: 'Mars/Olympus' }],
    ['a day that does not exist', { stockTrackedSince: '2026-02-30' }],
    ['an origin with a path', { allowedOrigins: ['https://app.example.com/path'] }],
    ['a currency that is none', { homeCurrency: 'dollar' }],
  ])('is not signed with %s', async (_, change) => {
    await expect(sign({ ...session, ...change })).rejects.toThrow();
  });

  it('needs a secret of 32 bytes', () => {
    expect(() => createSessionSigner({ keyId: 'k', secret: 'short' })).toThrow(RangeError);
    expect(() => createSessionVerifier({ k: 'short' })).toThrow(RangeError);
  });
});
