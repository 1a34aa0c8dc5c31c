import { DomainError } from '../domain-error.ts';
import { asDomainErrors } from '../provider/provider-problem.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { AccessSource } from './access-source.ts';
import { isUnauthorized } from './access-source.ts';
import type { ConnectionModel } from './connection.model.ts';
import type { Connection, Connections } from './connection.ts';

interface ConnectionAccessOptions {
  connections: ConnectionModel;
  kit: AccessSource;
  host: AccessSource;
}

const isGrantOver = (error: unknown): boolean =>
  error instanceof ProviderError && error.code === 'invalid_grant';

/** A token of a kit-owned connection, lent to the host's backend. */
export interface LentAccessToken {
  accessToken: string;
  realmId: string;
  /** Ask again instead of keeping it: another call costs nothing while the token is good. */
  expiresAt: Date | null;
}

export function createConnectionAccess({ connections, kit, host }: ConnectionAccessOptions) {
  const sourceOf = ({ ownership }: Connection) => (ownership === 'kit' ? kit : host);

  /** Nobody has to sign in again for a connection that was ended while it was in use. */
  async function unlessEnded<T>({ businessId, id }: Connection, work: Promise<T>): Promise<T> {
    try {
      return await work;
    } catch (error) {
      if (isGrantOver(error) && (await connections.find(businessId, id))?.status === 'disconnected')
        throw new DomainError('connection_unavailable', {}, { cause: error });
      throw error;
    }
  }

  const withAccess: Connections['withAccess'] = (connection, work) =>
    unlessEnded(connection, useAccess(connection, work));

  const useAccess: Connections['withAccess'] = async (connection, work) => {
    const { realmId, businessId } = connection;
    const source = sourceOf(connection);
    const first = await source.current(connection);
    try {
      return await work({ accessToken: first.accessToken, realmId, businessId });
    } catch (error) {
      if (!isUnauthorized(error)) throw error;
    }
    const second = await source.instead(connection, first);
    try {
      return await work({ accessToken: second.accessToken, realmId, businessId });
    } catch (error) {
      throw isUnauthorized(error) ? await source.rejectedAgain(connection, second, error) : error;
    }
  };

  return {
    withAccess,

    /**
     * An access token of a kit-owned connection for the host's backend, which must never refresh one itself: two refreshers
     * can end the grant.
     * @throws DomainError `not_found`, `connection_unavailable` for a connection the host owns or one that was disconnected,
     * `reconnect_required`, or a provider's problem.
     */
    async getAccessToken(businessId: string, connectionId: string): Promise<LentAccessToken> {
      const connection = await connections.find(businessId, connectionId);
      if (!connection) throw new DomainError('not_found');
      if (connection.ownership === 'host' || connection.status === 'disconnected')
        throw new DomainError('connection_unavailable');
      const { accessToken, expiresAt } = await asDomainErrors(
        unlessEnded(connection, kit.current(connection)),
      );
      return { accessToken, realmId: connection.realmId, expiresAt };
    },
  };
}
