import type { Audit } from '../audit/create-audit.ts';
import { DomainError } from '../domain-error.ts';
import type { Session } from '../session/session.ts';
import type { ConnectionTokens } from './connection-tokens.model.ts';
import type { ConnectionModel } from './connection.model.ts';
import type { Connection } from './connection.ts';
import type { RevokeGrant } from './revoke-grant.ts';

interface DisconnectOptions {
  connections: ConnectionModel;
  tokens: ConnectionTokens;
  audit: Audit;
  revokeGrant: RevokeGrant;
}

/** Makes the function that ends a connection that was signed in here. Its channel and sales stay. */
export function createDisconnect({ connections, tokens, audit, revokeGrant }: DisconnectOptions) {
  /** @throws DomainError `not_found`; `connection_of_host`. */
  return async function disconnect(session: Session, connectionId: string): Promise<Connection> {
    const connection = await connections.find(session.business.id, connectionId);
    if (!connection) throw new DomainError('not_found');
    if (connection.ownership === 'host') throw new DomainError('connection_of_host');
    const ended = await tokens.end(connectionId, (transaction) =>
      audit.record(
        session,
        { action: 'connection_disconnected', subject: connection.companyName, connectionId },
        transaction,
      ),
    );
    if (ended) await revokeGrant(connection, ended.open);
    return { ...connection, status: 'disconnected', authorizationEndsAt: null };
  };
}
