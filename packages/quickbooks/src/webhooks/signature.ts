import { createHmac, timingSafeEqual } from 'node:crypto';

/** True where `signature` is the base64 of the body's HMAC-SHA256 with the verifier token. Takes as long for any wrong one. */
export function isSignedWith(verifierToken: string, body: Uint8Array, signature: unknown): boolean {
  if (typeof signature !== 'string') return false;
  const expected = Buffer.from(createHmac('sha256', verifierToken).update(body).digest('base64'));
  const given = Buffer.from(signature);
  return given.length === expected.length && timingSafeEqual(given, expected);
}
