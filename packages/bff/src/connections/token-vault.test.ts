import { describe, expect, it } from 'vitest';
import type { TokenSet } from '../provider/provider.ts';
import { createTokenVault } from './token-vault.ts';

const key = (byte: number) => Buffer.alloc(32, byte).toString('base64');
const tokens: TokenSet = {
  accessToken: 'access-token-in-clear',
  refreshToken: 'refresh-token-in-clear',
  accessTokenExpiresAt: new Date('2026-11-23T11:00:00Z'),
  refreshTokenExpiresAt: new Date('2027-03-01T10:00:00Z'),
  hardExpiresAt: null,
};
const old = createTokenVault({ keys: { old: key(1) }, currentKeyId: 'old' });

describe('the token vault', () => {
  it('gives back what it was given and shows none of it', () => {
    const sealed = old.seal('connection-1', tokens);
    expect(old.open('connection-1', sealed)).toEqual(tokens);
    const stored = JSON.stringify(sealed) + Buffer.from(sealed.secrets, 'base64').toString('latin1');
    expect(stored).not.toContain('in-clear');
  });

  it('encrypts the same tokens differently each time', () => {
    expect(old.seal('connection-1', tokens).secrets).not.toBe(old.seal('connection-1', tokens).secrets);
  });

  it('opens with an old key and seals with the current one', () => {
    const both = createTokenVault({ keys: { old: key(1), new: key(2) }, currentKeyId: 'new' });
    const opened = both.open('connection-1', old.seal('connection-1', tokens));
    const resealed = both.seal('connection-1', opened);
    expect(resealed.keyId).toBe('new');
    const rotated = createTokenVault({ keys: { new: key(2) }, currentKeyId: 'new' });
    expect(rotated.open('connection-1', resealed)).toEqual(tokens);
  });

  it('names a key that is gone', () => {
    const rotated = createTokenVault({ keys: { new: key(2) }, currentKeyId: 'new' });
    expect(() => rotated.open('connection-1', old.seal('connection-1', tokens))).toThrow('"old"');
  });

  it('does not open what belongs to another connection or was changed', () => {
    const sealed = old.seal('connection-1', tokens);
    expect(() => old.open('connection-2', sealed)).toThrow('authenticate');
    const bytes = Buffer.from(sealed.secrets, 'base64');
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    const changed = { ...sealed, secrets: bytes.toString('base64') };
    expect(() => old.open('connection-1', changed)).toThrow('authenticate');
  });

  it('refuses a key of another length', () => {
    const short = Buffer.alloc(16).toString('base64');
    expect(() => createTokenVault({ keys: { short }, currentKeyId: 'short' })).toThrow('32 bytes');
  });
});
