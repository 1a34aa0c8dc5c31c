import pRetry from 'p-retry';
import type { AttachOutcome, Grant } from '../connections/connection-grants.model.ts';
import type { Connection } from '../connections/connection.ts';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import { ProviderError } from '../provider/provider-error.ts';
import type { AccountingProvider, ProviderAccess, ProviderCompany, TokenSet } from '../provider/provider.ts';
import type { CompanyRules } from './company-rules.ts';
import { connectionLimitReached } from './company-rules.ts';
import type { AuthorizationDocument } from './authorization.model.ts';
import { requester } from './authorization.model.ts';

interface CompleteSignInOptions {
  rules: CompanyRules;
  attach: (grant: Grant) => Promise<AttachOutcome>;
  /** Tells workers that a channel is due; losing it loses nothing. */
  wakeWorkers: () => void;
  redirectUri: string;
  clock: () => Date;
  logger: Logger;
}

/** Makes the function that turns a provider's approval into a connection, and answers with its id. */
export function createCompleteSignIn(options: CompleteSignInOptions) {
  const { rules, attach, wakeWorkers, redirectUri, clock, logger } = options;

  return async function complete(
    authorization: AuthorizationDocument,
    provider: AccountingProvider,
    { code, realmId }: { code: string; realmId: string },
  ): Promise<string> {
    const known = await rules.assertMayConnect(authorization, provider, realmId);
    const tokens = await provider.exchange({ code, realmId, redirectUri });
    try {
      const access = { accessToken: tokens.accessToken, realmId, businessId: authorization.businessId };
      const company = await companyOf(provider, access, known);
      return await attachCompany(authorization, provider, company, tokens);
    } catch (error) {
      // A grant nobody keeps is better ended than left open.
      await provider.revoke(tokens).catch((cause: unknown) => {
        logger.warn({ authorizationId: authorization._id, cause }, 'An unused grant could not be revoked');
      });
      throw error;
    }
  };

  async function attachCompany(
    authorization: AuthorizationDocument,
    provider: AccountingProvider,
    company: ProviderCompany,
    tokens: TokenSet,
  ): Promise<string> {
    const outcome = await attach({
      businessId: authorization.businessId,
      provider: provider.id,
      environment: provider.environment,
      company,
      tokens,
      at: clock(),
      by: requester(authorization),
      maxConnections: authorization.maxConnections,
    });
    if (outcome.attached === null)
      throw outcome.refused === 'no_room'
        ? connectionLimitReached(authorization)
        : new DomainError('company_in_use');
    wakeWorkers();
    return outcome.attached;
  }
}

const isPassing = (error: unknown): boolean =>
  error instanceof ProviderError && ['unavailable', 'throttled', 'ambiguous'].includes(error.code);

async function companyOf(
  provider: AccountingProvider,
  access: ProviderAccess,
  known: Connection | null,
): Promise<ProviderCompany> {
  try {
    return await pRetry(() => provider.company(access), {
      retries: 2,
      minTimeout: 500,
      shouldRetry: ({ error }) => isPassing(error),
    });
  } catch (error) {
    const isForNow = isPassing(error) || (error instanceof DomainError && error.code === 'budget_reached');
    if (!known || !isForNow) throw error;
    return { realmId: access.realmId, name: known.companyName, homeCurrency: known.homeCurrency };
  }
}
