import type { Authorization, StartAuthorization, StartedAuthorization } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { BusinessModel } from '../businesses/business.model.ts';
import type { Connection, Connections } from '../connections/connection.ts';
import { takenPlaces } from '../connections/plan-places.ts';
import { DomainError, invalidField } from '../domain-error.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { VerifiedSession } from '../session/session.ts';
import type { AuthorizationDocument, AuthorizationModel } from './authorization.model.ts';
import { createSecret, hashSecret } from './secret.ts';

interface AuthorizationsServiceOptions {
  authorizations: AuthorizationModel;
  connections: Connections;
  businesses: Pick<BusinessModel, 'remember'>;
  /** The connections whose channel is inactive. */
  restingConnections: (businessId: string) => Promise<ReadonlySet<string>>;
  providers: readonly AccountingProvider[];
  publicUrl: string;
  clock: () => Date;
}

const TICKET_MS = 2 * 60_000;
const AUTHORIZATION_MS = 15 * 60_000;

export function createAuthorizationsService(options: AuthorizationsServiceOptions) {
  const { authorizations, connections, businesses, restingConnections } = options;
  const { providers, publicUrl, clock } = options;

  return {
    async start(session: VerifiedSession, input: StartAuthorization): Promise<StartedAuthorization> {
      const { business, user, entitlements, allowedOrigins } = session;
      const { allowed, requiredPlan } = entitlements.salesTracking;
      if (!allowed) throw new DomainError('plan_required', { ...(requiredPlan && { requiredPlan }) });
      if (!providers.some(({ id }) => id === input.provider))
        throw invalidField('body.provider', 'This accounting system is not available.');
      const { returnTo = null, connectionId = null } = input;
      if (returnTo !== null && !allowedOrigins.includes(new URL(returnTo).origin))
        throw new DomainError('return_to_not_allowed');
      const known =
        connectionId === null ? null : await toReconnect(business.id, connectionId, input.provider);
      await assertRoom(session, known);

      // The callback counts connections under the business' lock, so there has to be one.
      await businesses.remember(session);
      const ticket = createSecret();
      const now = clock().getTime();
      const authorization = await authorizations.create({
        provider: input.provider,
        reconnects: connectionId,
        returnTo,
        businessId: business.id,
        businessName: business.name,
        userId: user.id,
        userName: user.name,
        allowedOrigins,
        maxConnections: entitlements.maxAccountingConnections,
        moreConnectionsPlan: entitlements.moreConnectionsPlan ?? null,
        ticketHash: hashSecret(ticket),
        ticketExpiresAt: new Date(now + TICKET_MS),
        expiresAt: new Date(now + AUTHORIZATION_MS),
      });
      return { ...toView(authorization), startUrl: `${publicUrl}/connect/start?ticket=${ticket}` };
    },

    async get(businessId: string, authorizationId: string): Promise<Authorization> {
      const authorization = await authorizations.find(businessId, authorizationId);
      if (!authorization) throw new DomainError('not_found');
      return toView(authorization);
    },
  };

  async function toReconnect(
    businessId: string,
    connectionId: string,
    provider: string,
  ): Promise<Connection> {
    const connection = await connections.find(businessId, connectionId);
    if (!connection) throw new DomainError('not_found');
    if (connection.ownership === 'host')
      throw invalidField('body.connectionId', 'This connection is signed in where it was made.');
    if (connection.provider !== provider)
      throw invalidField('body.connectionId', 'This connection belongs to another accounting system.');
    return connection;
  }

  async function assertRoom(
    { business, entitlements }: VerifiedSession,
    known: Connection | null,
  ): Promise<void> {
    const { maxAccountingConnections: limit, moreConnectionsPlan } = entitlements;
    const resting = await restingConnections(business.id);
    if (takenPlaces(await connections.list(business.id), known, resting) >= limit)
      throw new DomainError('connection_limit_reached', {
        limit,
        ...(moreConnectionsPlan && { requiredPlan: moreConnectionsPlan }),
      });
  }

  function toView(authorization: AuthorizationDocument): Authorization {
    const { _id, status, connectionId, problem, expiresAt } = authorization;
    const isExpired = status === 'pending' && expiresAt <= clock();
    return {
      id: _id.toHexString(),
      status: isExpired ? 'expired' : status,
      connectionId,
      problem: isExpired
        ? createProblem('authorization_expired')
        : problem && createProblem(problem.code, problem.details),
      expiresAt: expiresAt.toISOString(),
    };
  }
}
