import { createHash } from 'node:crypto';
import type { Logger } from '../logger.ts';
import type { HostConnections } from '../options.ts';
import type { AccessSource, AccessToken } from './access-source.ts';
import { ProviderError } from '../provider/provider-error.ts';
import { grantIsOver } from './access-source.ts';
import type { Connection } from './connection.ts';
import { openIncident } from './incidents.model.ts';
import type { HostConnectionModel } from './host-connection.model.ts';

interface HostAccessOptions {
  hostConnections: HostConnections | undefined;
  connections: HostConnectionModel;
  /** Told of a connection that has just come to need a new sign-in. */
  noticed: (connectionId: string) => void;
  clock: () => Date;
  logger: Logger;
}

export type HostAccess = ReturnType<typeof createHostAccess>;

const hashAccessToken = (token: string): string => createHash('sha256').update(token).digest('base64url');

/** Access by tokens the host lends. They are never refreshed or revoked here. */
export function createHostAccess(options: HostAccessOptions) {
  const { hostConnections, connections, noticed, clock, logger } = options;

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

  async function fail(connection: Pick<Connection, 'id'>, token: string | null, cause?: unknown) {
    const rejected = token === null ? null : hashAccessToken(token);
    if (await connections.markUnusable(connection.id, rejected, openIncident(clock()))) {
      noticed(connection.id);
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

    /** The host says itself that it has no access any more. */
    async lost(connectionId: string): Promise<void> {
      await fail({ id: connectionId }, null);
    },
  } satisfies AccessSource & Record<string, unknown>;
}
