import { randomUUID } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import pRetry from 'p-retry';
import type { Logger } from '../logger.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { AccountingProvider, TokenSet } from '../provider/provider.ts';
import { grantIsOver } from './access-source.ts';
import type { ConnectionTokens, StoredTokens } from './connection-tokens.model.ts';
import type { Connection } from './connection.ts';
import { openIncident } from './incidents.model.ts';
import type { RevokeGrant } from './revoke-grant.ts';

interface TokenRefresherOptions {
  tokens: ConnectionTokens;
  providerOf: (connection: Connection) => AccountingProvider;
  revokeGrant: RevokeGrant;
  /** Told of a connection that has just come to need a new sign-in. */
  noticed: (connectionId: string) => void;
  clock: () => Date;
  logger: Logger;
  /** How long to wait before a refresh with an unknown outcome is repeated. */
  pauseMs: number;
}

// A token request may take 30 s; the lease is renewed before the second one. Only a server that died leaves it to run out.
const LEASE_MS = 90_000;
const WAIT_MS = 150;
/** A failover takes seconds. A refresher elsewhere that was faster meanwhile is found by the version. */
const KEEP_TRYING_MS = 150_000;

export type TokenRefresher = ReturnType<typeof createTokenRefresher>;

/**
 * Refreshes each connection's tokens by one refresher at a time across all servers: a refresh token used twice at once can
 * cost the whole grant. Who comes second waits for the first one's tokens.
 */
export function createTokenRefresher(options: TokenRefresherOptions) {
  const { tokens, providerOf, revokeGrant, noticed, clock, logger, pauseMs } = options;
  const running = new Map<string, Promise<StoredTokens>>();

  /** @returns tokens newer than `version`, durably stored. */
  return function refresh(connection: Connection, version: number): Promise<StoredTokens> {
    const key = `${connection.id}:${version}`;
    const known = running.get(key);
    if (known) return known;
    const started = refreshOrWait(connection, version).finally(() => running.delete(key));
    running.set(key, started);
    return started;
  };

  async function refreshOrWait(connection: Connection, version: number): Promise<StoredTokens> {
    const owner = randomUUID();
    for (let waited = 0; waited <= 2 * LEASE_MS; waited += WAIT_MS) {
      const stored = await tokens.read(connection.id);
      if (!stored) throw grantIsOver();
      if (stored.version !== version) return stored;
      const leased = await lease(connection, version, owner);
      if (leased) return asOnlyOne(connection, leased, owner);
      await delay(WAIT_MS);
    }
    throw new ProviderError('unavailable', 'Another server did not end its refresh in time.');
  }

  function lease(connection: Connection, version: number, owner: string) {
    // By real time: a clock that jumps must not let a second refresher in.
    const now = new Date();
    return tokens.lease(connection.id, version, { owner, now, until: new Date(now.getTime() + LEASE_MS) });
  }

  async function asOnlyOne(connection: Connection, held: StoredTokens, owner: string): Promise<StoredTokens> {
    let fresh: TokenSet;
    try {
      fresh = await askProvider(connection, held, owner);
    } catch (error) {
      return afterFailure(connection, held, owner, error);
    }
    // The old refresh token may be dead by now; a database that is out of order for a while must not lose the new one.
    const isKept = await pRetry(() => tokens.replace(connection.id, held.version, fresh), {
      retries: Infinity,
      minTimeout: 250,
      maxTimeout: 5000,
      maxRetryTime: KEEP_TRYING_MS,
      unref: true,
    });
    const stored = await tokens.read(connection.id);
    if (stored) return stored;
    // Somebody disconnected meanwhile: what was revoked then were the tokens before these.
    if (!isKept) await revokeGrant(connection, () => fresh);
    throw grantIsOver();
  }

  async function askProvider(connection: Connection, held: StoredTokens, owner: string): Promise<TokenSet> {
    const provider = providerOf(connection);
    try {
      return await provider.refresh(held.tokens);
    } catch (error) {
      if (!(error instanceof ProviderError) || error.code !== 'ambiguous') throw error;
      await delay(pauseMs);
      if (!(await lease(connection, held.version, owner))) throw error;
      return provider.refresh(held.tokens);
    }
  }

  async function afterFailure(
    connection: Connection,
    held: StoredTokens,
    owner: string,
    error: unknown,
  ): Promise<StoredTokens> {
    if (!(error instanceof ProviderError) || error.code !== 'invalid_grant') {
      await tokens.release(connection.id, owner);
      throw error;
    }
    if (await tokens.expire(connection.id, held.version, openIncident(clock()))) {
      noticed(connection.id);
      logger.warn(
        { connectionId: connection.id, traceId: error.traceId },
        'A connection needs a new sign-in',
      );
    }
    // Somebody may have signed in again while the old grant was tried.
    const stored = await tokens.read(connection.id);
    if (!stored || stored.version === held.version) throw error;
    return stored;
  }
}
