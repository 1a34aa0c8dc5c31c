import type { ConnectionModel } from '../connections/connection.model.ts';
import type { Connection } from '../connections/connection.ts';
import { takenPlaces } from '../connections/plan-places.ts';
import { DomainError } from '../domain-error.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { AuthorizationDocument } from './authorization.model.ts';

export type CompanyRules = ReturnType<typeof createCompanyRules>;

export const connectionLimitReached = (authorization: AuthorizationDocument): DomainError =>
  new DomainError('connection_limit_reached', {
    limit: authorization.maxConnections,
    ...(authorization.moreConnectionsPlan && { requiredPlan: authorization.moreConnectionsPlan }),
  });

/** Which company a sign-in may bring. Asked before the code is exchanged, so that a refusal costs no grant. */
export function createCompanyRules(
  connections: ConnectionModel,
  /** The connections whose channel is inactive. */
  restingConnections: (businessId: string) => Promise<ReadonlySet<string>>,
) {
  return {
    /**
     * @returns the business' own connection with the company, if it has one.
     * @throws DomainError `company_mismatch`, `company_in_use`, `connection_limit_reached`, `wrong_environment` or
     * `connection_unavailable`.
     */
    async assertMayConnect(
      authorization: AuthorizationDocument,
      { id, environment }: AccountingProvider,
      realmId: string,
    ): Promise<Connection | null> {
      const { businessId, reconnects, maxConnections } = authorization;
      const company = { provider: id, environment, realmId };
      const own = await connections.findOwn(businessId, company);
      if (reconnects !== null) await assertSameCompany(businessId, reconnects, { ...company, own });
      const live = await connections.findLive(company);
      // By whom stays unsaid: it may be somebody else's business.
      if (live && live.businessId !== businessId) throw new DomainError('company_in_use');
      if (live?.ownership === 'host')
        throw new DomainError('company_in_use', {
          detail: `${live.companyName} is already connected here. Use that connection.`,
        });
      const resting = await restingConnections(businessId);
      if (takenPlaces(await connections.list(businessId), live, resting) >= maxConnections)
        throw connectionLimitReached(authorization);
      return own;
    },
  };

  async function assertSameCompany(
    businessId: string,
    connectionId: string,
    picked: { environment: string; realmId: string; own: Connection | null },
  ): Promise<void> {
    const expected = await connections.find(businessId, connectionId);
    if (!expected) throw new DomainError('connection_unavailable');
    if (expected.environment !== picked.environment) throw new DomainError('wrong_environment');
    if (expected.realmId === picked.realmId) return;
    const name = picked.own?.companyName;
    throw new DomainError('company_mismatch', {
      detail:
        `This connection belongs to ${expected.companyName}; you picked ${name ?? 'another company'} ` +
        `(company ID ${picked.realmId}). Sign in again and pick ${expected.companyName}.`,
      companies: {
        connected: expected.companyName,
        picked: name ?? null,
        pickedRealmId: picked.realmId,
      },
    });
  }
}
