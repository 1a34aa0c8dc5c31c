import { errors, jwtVerify } from 'jose';
import { DomainError } from '../domain-error.ts';
import { sessionKey } from './create-session-signer.ts';
import type { VerifiedSession } from './session.ts';
import { SESSION_AUDIENCE, SESSION_MAX_SECONDS, sessionSchema } from './session.ts';

/** Makes the function that turns a token into a session. It rejects with `unauthenticated` or `session_expired`. */
export function createSessionVerifier(secrets: Readonly<Record<string, string>>) {
  const keys = new Map(Object.entries(secrets).map(([keyId, secret]) => [keyId, sessionKey(secret)]));
  return async function verify(token: string): Promise<VerifiedSession> {
    const { payload } = await jwtVerify(
      token,
      ({ kid }) => {
        const key = keys.get(kid ?? '');
        if (!key) throw new Error(`No session secret has the key id "${kid ?? ''}".`);
        return key;
      },
      {
        algorithms: ['HS256'],
        audience: SESSION_AUDIENCE,
        maxTokenAge: SESSION_MAX_SECONDS,
        clockTolerance: 5,
      },
    ).catch((cause: unknown) => {
      const code = cause instanceof errors.JWTExpired ? 'session_expired' : 'unauthenticated';
      throw new DomainError(code, { detail: 'The session token was not accepted.' }, { cause });
    });
    const { sub, userName, iat = 0, ...claims } = payload;
    const session = sessionSchema.safeParse({ ...claims, user: { id: sub, name: userName } });
    if (!session.success)
      throw new DomainError(
        'unauthenticated',
        { detail: 'The session token lacks a claim.' },
        { cause: session.error },
      );
    return { ...session.data, issuedAt: new Date(iat * 1000) };
  };
}
