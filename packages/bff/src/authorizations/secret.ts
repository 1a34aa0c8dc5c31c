import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits for a URL or a cookie. Only its hash is stored. */
export const createSecret = (): string => randomBytes(32).toString('base64url');

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('base64url');

export function isSecretOf(secret: string | undefined, hash: string | null): boolean {
  if (secret === undefined || hash === null) return false;
  const [actual, expected] = [Buffer.from(hashSecret(secret)), Buffer.from(hash)];
  return actual.length === expected.length && timingSafeEqual(actual, expected);
}
