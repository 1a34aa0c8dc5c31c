import { createHmac, randomBytes } from 'node:crypto';

/** What `intuit-signature` says: base64 of the HMAC-SHA256 of the raw body with the verifier token. */
export function signatureOf(body: string, verifierToken: string): string {
  return createHmac('sha256', verifierToken).update(body).digest('base64');
}

export const signings = ['valid', 'otherToken', 'missing', 'garbage', 'altered'] as const;
/** How a notification is signed: as it should be, or as somebody without the verifier token might try. */
export type Signing = (typeof signings)[number];

/** The signature to send with a body; `altered` gives that of another body. */
export function signatureFor(signing: Signing, body: string, verifierToken: string): string | undefined {
  if (signing === 'missing') return undefined;
  if (signing === 'garbage') return 'not base64 at all';
  if (signing === 'altered') return signatureOf(`${body} `, verifierToken);
  return signatureOf(body, signing === 'valid' ? verifierToken : randomBytes(16).toString('hex'));
}
