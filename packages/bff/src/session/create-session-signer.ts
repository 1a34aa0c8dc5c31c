import { SignJWT } from 'jose';
import type { Session } from './session.ts';
import { SESSION_AUDIENCE, SESSION_MAX_SECONDS, sessionSchema } from './session.ts';

export interface SessionSignerOptions {
  /** Names the key, so that keys can be rotated: the BFF looks the secret up by it. */
  keyId: string;
  /** At least 32 bytes. Shared by the host's backend and the BFF; never given to a browser. */
  secret: string;
}

/**
 * Makes the function with which a host's backend signs the short-lived token its browser uses.
 * @returns `sign(session, seconds)`: a JWT, valid for `seconds` (900 at most, and by default).
 * @throws when the secret is shorter than 32 bytes; `sign` rejects when the session is not valid.
 */
export function createSessionSigner({ keyId, secret }: SessionSignerOptions) {
  const key = sessionKey(secret);
  return async function sign(session: Session, seconds: number = SESSION_MAX_SECONDS): Promise<string> {
    if (seconds > SESSION_MAX_SECONDS)
      throw new RangeError(`A session lasts ${SESSION_MAX_SECONDS} seconds at most.`);
    const { user, ...claims } = sessionSchema.parse(session);
    return new SignJWT({ ...claims, userName: user.name })
      .setProtectedHeader({ alg: 'HS256', kid: keyId })
      .setSubject(user.id)
      .setAudience(SESSION_AUDIENCE)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(key);
  };
}

/** @throws when the secret is too short to be safe. */
export function sessionKey(secret: string): Uint8Array {
  const key = new TextEncoder().encode(secret);
  if (key.byteLength < 32) throw new RangeError('A session secret needs at least 32 bytes.');
  return key;
}
