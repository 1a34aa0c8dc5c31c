import type { Switches } from '../switches.ts';
import { newAccessToken, newCode, newRefreshToken } from './token-text.ts';
import type { Clock } from '../time/clock.ts';

/** One authorisation of the app for one company, and the tokens that live under it. Times in epoch milliseconds. */
export interface Grant {
  readonly id: number;
  readonly realmId: string;
  readonly scopes: readonly string[];
  /** Five years after the authorisation; refreshing does not move it. */
  readonly hardExpiresAt: number;
  refreshToken: string;
  refreshTokenSince: number;
  refreshExpiresAt: number;
  isRevoked: boolean;
  isRefreshing: boolean;
}

export interface IssuedTokens {
  readonly grant: Grant;
  readonly issuedAt: number;
  readonly accessToken: string;
}

export type AccessCheck =
  { readonly kind: 'valid'; readonly grant: Grant } | { readonly kind: 'unknown' | 'expired' | 'revoked' };

interface Code {
  readonly realmId: string;
  readonly scopes: readonly string[];
  readonly redirectUri: string;
  readonly expiresAt: number;
  grant?: Grant;
}

export interface Grants {
  issueCode(realmId: string, scopes: readonly string[], redirectUri: string): string;
  /** Undefined when the code is unknown, used, expired or was asked for with another redirect URI. */
  exchange(code: string, redirectUri: string): IssuedTokens | undefined;
  /** The grant a refresh token may be used for now; undefined when the token is of no use. */
  refreshable(refreshToken: string): Grant | undefined;
  /** Issues an access token, and a new refresh token when the present one is a day old. */
  refresh(grant: Grant): IssuedTokens;
  checkAccess(accessToken: string): AccessCheck;
  /** Ends the grant of an access or refresh token; false when there is none left to end. */
  revokeToken(token: string): boolean;
  revoke(grant: Grant): void;
  /** The company that a code or a token of either kind is for. */
  realmOf(secret: string): string | undefined;
  /** The user disconnects the app inside the company; returns how many grants ended. */
  revokeRealm(realmId: string): number;
  ofRealm(realmId: string): readonly Grant[];
  /** Whether the app has an authorisation for the company that has not ended. */
  isConnected(realmId: string): boolean;
  /** The grant of a refresh token that was replaced by another and is past its grace. */
  ofReplaced(refreshToken: string): Grant | undefined;
  clear(): void;
  snapshot(): GrantsSnapshot;
  restore(snapshot: GrantsSnapshot): void;
}

interface StoredToken {
  readonly token: string;
  readonly grantId: number;
  /** When an access token expires, or when a refresh token was replaced. */
  readonly at?: number | undefined;
}

/** All grants and their tokens; codes, which live minutes, are not kept. */
export interface GrantsSnapshot {
  readonly grants: readonly Grant[];
  readonly accessTokens: readonly StoredToken[];
  readonly refreshTokens: readonly StoredToken[];
}

const day = 86_400_000;
const codeLife = 10 * 60_000;
const accessLife = 3_600_000;
const rotationAge = day;
const hardLife = 157_680_000_000;

export const accessTokenSeconds = accessLife / 1000;

export function createGrants(clock: Clock, switches: Switches): Grants {
  const codes = new Map<string, Code>();
  const accessTokens = new Map<string, { grant: Grant; expiresAt: number }>();
  const refreshTokens = new Map<string, { grant: Grant; retiredAt?: number | undefined }>();
  const grants: Grant[] = [];
  let lastId = 0;

  const now = () => clock.milliseconds();
  const revoke = (grant: Grant) => {
    grant.isRevoked = true;
  };
  const issue = (grant: Grant): IssuedTokens => {
    for (const [token, held] of accessTokens) if (held.expiresAt + day < now()) accessTokens.delete(token);
    const issuedAt = now();
    const accessToken = newAccessToken();
    accessTokens.set(accessToken, { grant, expiresAt: issuedAt + accessLife });
    grant.refreshExpiresAt = Math.min(
      issuedAt + switches.guessRefreshTokenSeconds * 1000,
      grant.hardExpiresAt,
    );
    return { grant, issuedAt, accessToken };
  };
  const open = (realmId: string, scopes: readonly string[]): Grant => {
    if (switches.guessReconnectEndsEarlier) grants.filter((each) => each.realmId === realmId).forEach(revoke);
    lastId += 1;
    const grant: Grant = {
      id: lastId,
      realmId,
      scopes,
      hardExpiresAt: now() + hardLife,
      refreshToken: newRefreshToken(now()),
      refreshTokenSince: now(),
      refreshExpiresAt: 0,
      isRevoked: false,
      isRefreshing: false,
    };
    grants.push(grant);
    refreshTokens.set(grant.refreshToken, { grant });
    return grant;
  };
  const isPastGrace = (retiredAt: number) => now() >= retiredAt + switches.guessRefreshGraceSeconds * 1000;
  const isLive = (grant: Grant) => !grant.isRevoked && now() < grant.refreshExpiresAt;

  return {
    issueCode: (realmId, scopes, redirectUri) => {
      const code = newCode();
      codes.set(code, { realmId, scopes, redirectUri, expiresAt: now() + codeLife });
      return code;
    },
    exchange: (text, redirectUri) => {
      const code = codes.get(text);
      if (!code) return undefined;
      if (code.grant) {
        if (switches.guessSecondExchangeRevokes) revoke(code.grant);
        return undefined;
      }
      if (code.redirectUri !== redirectUri || now() >= code.expiresAt) return undefined;
      code.grant = open(code.realmId, code.scopes);
      return issue(code.grant);
    },
    refreshable: (refreshToken) => {
      const held = refreshTokens.get(refreshToken);
      if (!held || !isLive(held.grant)) return undefined;
      return held.retiredAt === undefined || !isPastGrace(held.retiredAt) ? held.grant : undefined;
    },
    refresh: (grant) => {
      if (now() - grant.refreshTokenSince >= rotationAge) {
        const old = refreshTokens.get(grant.refreshToken);
        if (old) old.retiredAt = now();
        grant.refreshToken = newRefreshToken(now());
        grant.refreshTokenSince = now();
        refreshTokens.set(grant.refreshToken, { grant });
      }
      return issue(grant);
    },
    checkAccess: (accessToken) => {
      const held = accessTokens.get(accessToken);
      if (!held) return { kind: 'unknown' };
      if (held.grant.isRevoked) return { kind: 'revoked' };
      return now() < held.expiresAt ? { kind: 'valid', grant: held.grant } : { kind: 'expired' };
    },
    revokeToken: (token) => {
      const grant = (accessTokens.get(token) ?? refreshTokens.get(token))?.grant;
      if (!grant || !isLive(grant)) return false;
      revoke(grant);
      return true;
    },
    revoke,
    realmOf: (secret) =>
      codes.get(secret)?.realmId ?? (accessTokens.get(secret) ?? refreshTokens.get(secret))?.grant.realmId,
    revokeRealm: (realmId) => {
      const live = grants.filter((grant) => grant.realmId === realmId && isLive(grant));
      live.forEach(revoke);
      return live.length;
    },
    ofRealm: (realmId) => grants.filter((grant) => grant.realmId === realmId),
    isConnected: (realmId) => grants.some((grant) => grant.realmId === realmId && isLive(grant)),
    ofReplaced: (refreshToken) => {
      const held = refreshTokens.get(refreshToken);
      return held?.retiredAt === undefined || !isPastGrace(held.retiredAt) ? undefined : held.grant;
    },
    clear: () => {
      codes.clear();
      accessTokens.clear();
      refreshTokens.clear();
      grants.length = 0;
    },
    snapshot: () => ({
      grants,
      accessTokens: [...accessTokens].map(([token, held]) => ({
        token,
        grantId: held.grant.id,
        at: held.expiresAt,
      })),
      refreshTokens: [...refreshTokens].map(([token, held]) => ({
        token,
        grantId: held.grant.id,
        at: held.retiredAt,
      })),
    }),
    restore: (snapshot) => {
      grants.splice(0, grants.length, ...snapshot.grants.map((grant) => ({ ...grant, isRefreshing: false })));
      lastId = grants.at(-1)?.id ?? 0;
      const byId = new Map(grants.map((grant) => [grant.id, grant]));
      for (const { token, grantId, at } of snapshot.accessTokens) {
        const grant = byId.get(grantId);
        if (grant) accessTokens.set(token, { grant, expiresAt: at ?? 0 });
      }
      for (const { token, grantId, at } of snapshot.refreshTokens) {
        const grant = byId.get(grantId);
        if (grant) refreshTokens.set(token, { grant, retiredAt: at });
      }
    },
  };
}
