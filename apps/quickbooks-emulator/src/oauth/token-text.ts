import { randomBytes, randomInt } from 'node:crypto';

const part = (bytes: number) => randomBytes(bytes).toString('base64url');

/** Shaped like the encrypted tokens of the service: five parts, the second empty, about a kilobyte. */
export function newAccessToken(): string {
  const header = Buffer.from('{"enc":"A128CBC-HS256","alg":"dir"}').toString('base64url');
  return [header, '', part(16), part(640), part(16)].join('.');
}

export function newRefreshToken(milliseconds: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz0123456789';
  const tail = Array.from({ length: 20 }, () => letters[randomInt(letters.length)]).join('');
  return `RT1-39-H3-${Math.floor(milliseconds / 1000) + 8_726_400}${tail}`;
}

export function newCode(): string {
  return `AB11${randomInt(10 ** 12, 10 ** 13)}${randomBytes(18).toString('hex')}`;
}
