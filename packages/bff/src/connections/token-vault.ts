import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { TokenSet } from '../provider/provider.ts';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A token set as it is stored: the secrets encrypted, the dates readable. */
export interface SealedTokens {
  /** Names the key that `secrets` was encrypted with. */
  keyId: string;
  /** Base64 of nonce, tag and ciphertext. */
  secrets: string;
  accessTokenExpiresAt: Date;
  refreshTokenExpiresAt: Date;
  hardExpiresAt: Date | null;
}

interface EncryptionKeys {
  /** Base64 of 32 bytes each, by key id. */
  keys: Readonly<Record<string, string>>;
  /** The one that encrypts; the others only decrypt. */
  currentKeyId: string;
}

export type TokenVault = ReturnType<typeof createTokenVault>;

const secretsSchema = z.object({ accessToken: z.string(), refreshToken: z.string() });

/**
 * Encrypts tokens at rest. Each is bound to its connection, so that one copied to another connection does not open.
 * @throws RangeError when a key is not 32 bytes of base64.
 */
export function createTokenVault({ keys, currentKeyId }: EncryptionKeys) {
  const ring = new Map(Object.entries(keys).map(([keyId, key]) => [keyId, decodeKey(keyId, key)]));

  function keyOf(keyId: string): Buffer {
    const key = ring.get(keyId);
    if (!key) throw new Error(`Tokens are encrypted with the key "${keyId}", which is not configured.`);
    return key;
  }

  return {
    seal(connectionId: string, { accessToken, refreshToken, ...dates }: TokenSet): SealedTokens {
      const iv = randomBytes(IV_BYTES);
      const cipher = createCipheriv(ALGORITHM, keyOf(currentKeyId), iv).setAAD(Buffer.from(connectionId));
      const text = Buffer.concat([
        cipher.update(JSON.stringify({ accessToken, refreshToken })),
        cipher.final(),
      ]);
      const secrets = Buffer.concat([iv, cipher.getAuthTag(), text]).toString('base64');
      return { keyId: currentKeyId, secrets, ...dates };
    },

    /** @throws when the key is gone, or the text was changed or belongs to another connection. */
    open(connectionId: string, { keyId, secrets, ...dates }: SealedTokens): TokenSet {
      const bytes = Buffer.from(secrets, 'base64');
      const iv = bytes.subarray(0, IV_BYTES);
      const tag = bytes.subarray(IV_BYTES, IV_BYTES + TAG_BYTES);
      const decipher = createDecipheriv(ALGORITHM, keyOf(keyId), iv, { authTagLength: TAG_BYTES })
        .setAAD(Buffer.from(connectionId))
        .setAuthTag(tag);
      const text = Buffer.concat([decipher.update(bytes.subarray(IV_BYTES + TAG_BYTES)), decipher.final()]);
      return { ...secretsSchema.parse(JSON.parse(text.toString())), ...dates };
    },
  };
}

function decodeKey(keyId: string, text: string): Buffer {
  const key = Buffer.from(text, 'base64');
  if (key.length !== 32) throw new RangeError(`The encryption key "${keyId}" has to be 32 bytes in base64.`);
  return key;
}
