import pRetry from 'p-retry';
import type { Logger } from '../logger.ts';
import type { AccountingProvider, TokenSet } from '../provider/provider.ts';
import type { Connection } from './connection.ts';

interface RevokeGrantOptions {
  providerOf: (connection: Connection) => AccountingProvider;
  logger: Logger;
  pauseMs: number;
}

export type RevokeGrant = ReturnType<typeof createRevokeGrant>;

/**
 * Makes the function that ends a grant at the provider, as well as it can: the connection has ended here already, and a
 * provider that cannot be reached does not keep it. It never rejects.
 */
export function createRevokeGrant({ providerOf, logger, pauseMs }: RevokeGrantOptions) {
  return async function revokeGrant(connection: Connection, open: () => TokenSet): Promise<void> {
    try {
      const tokens = open();
      const provider = providerOf(connection);
      await pRetry(() => provider.revoke(tokens), { retries: 1, minTimeout: pauseMs });
    } catch (error) {
      const { id: connectionId, realmId } = connection;
      logger.error({ connectionId, realmId, error }, 'A grant could not be revoked; its tokens are deleted');
    }
  };
}
