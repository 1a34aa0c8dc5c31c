import type { Logger } from '../logger.ts';
import type { TokenSet } from '../provider/provider.ts';
import type { ConnectionTokens } from './connection-tokens.model.ts';
import type { TokenRefresher } from './token-refresher.ts';

const DAY_MS = 86_400_000;
/** Enough for a provider, or this deployment, that is out of order for weeks. */
const LEFT_MS = 40 * DAY_MS;
/** Until a refresh that did not succeed is tried again. */
const AGAIN_MS = 6 * 3_600_000;
const MAX_AT_A_TIME = 10;

/** When tokens that nobody uses have to be refreshed so that the grant does not lapse; null where that would gain no time. */
export function keepAliveAt({
  refreshTokenExpiresAt,
  hardExpiresAt,
}: Pick<TokenSet, 'refreshTokenExpiresAt' | 'hardExpiresAt'>): Date | null {
  if (hardExpiresAt && hardExpiresAt <= refreshTokenExpiresAt) return null;
  return new Date(refreshTokenExpiresAt.getTime() - LEFT_MS);
}

interface KeepAliveOptions {
  tokens: ConnectionTokens;
  refresh: TokenRefresher;
  clock: () => Date;
  logger: Logger;
}

/** Makes the look for grants that would lapse because nobody uses them: a channel that rests, a connection without one. */
export function createKeepAlive({ tokens, refresh, clock, logger }: KeepAliveOptions) {
  /** Refreshes a few, each by one server. */
  return async function keepAlive(stopping?: AbortSignal): Promise<void> {
    for (let count = 0; count < MAX_AT_A_TIME; count += 1) {
      if (stopping?.aborted) return;
      const now = clock();
      const idle = await tokens.claimIdle(now, new Date(now.getTime() + AGAIN_MS));
      if (!idle) return;
      const { connection, version } = idle;
      await refresh(connection, version).then(
        () => logger.info({ connectionId: connection.id }, 'An unused grant was kept alive'),
        (error: unknown) =>
          logger.warn({ connectionId: connection.id, error }, 'An unused grant could not be kept alive'),
      );
    }
  };
}
