import { createHash } from 'node:crypto';
import type { Logger } from '../logger.ts';
import type { HostConnections } from '../options.ts';
import type { AccessSource, AccessToken } from './access-source.ts';
import { ProviderError } from '../provider/provider-error.ts';
import { grantIsOver } from './access-source.ts';
import type { Connection } from './connection.ts';
import type { HostConnectionModel } from './host-connection.model.ts';

interface HostAccessOptions {
  hostConnections: HostConnections | undefined;
  connections: HostConnectionModel;
  logger: Logger;
}

const hashAccessToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Access by tokens the host lends. They are never refreshed or revoked here. */
export function createHostAccess({ hostConnections, connections, logger }: HostAccessOptions): AccessSource {
  async function ask(connection: Connection): Promise<AccessToken> {
    if (!hostConnections) throw await fail(connection, null);
    const accessToken = await lent(connection, hostConnections);
    if (accessToken === null) throw await fail(connection, null);
    if (connection.status !== 'connected')
      await connections.markConnected(connection.id, hashAccessToken(accessToken));
    return { accessToken, version: 0, expiresAt: null };
  }

  /** A host that cannot be asked says nothing about its access: that passes, and is tried again. */
  async function lent({ businessId, provider, realmId }: Connection, host: HostConnections) {
    try {
      return await host.getAccessToken({ businessId, provider, realmId });
    } catch (cause) {
      throw new ProviderError('unavailable', 'The host could not be asked for an access token.', { cause });
    }
  }

  async function fail(connection: Connection, token: string | null, cause?: unknown) {
    const rejected = token === null ? null : hashAccessToken(token);
    if (await connections.markUnusable(connection.id, rejected)) {
      logger.warn({ connectionId: connection.id, cause }, 'The host has no access to a company any more');
    }
    return grantIsOver(cause);
  }

  return {
    current: ask,

    async instead(connection, rejected) {
      const token = await ask(connection);
      if (token.accessToken === rejected.accessToken) throw await fail(connection, token.accessToken);
      return token;
    },

    rejectedAgain: (connection, token, error) => fail(connection, token.accessToken, error),
  };
}
