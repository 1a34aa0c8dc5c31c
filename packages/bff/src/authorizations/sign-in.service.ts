import type { ConnectionModel } from '../connections/connection.model.ts';
import { DomainError } from '../domain-error.ts';
import type { Logger } from '../logger.ts';
import { ProviderError } from '../provider/provider-error.ts';
import { providerProblem } from '../provider/provider-problem.ts';
import type { AccountingProvider } from '../provider/provider.ts';
import type { AuthorizationDocument, AuthorizationModel } from './authorization.model.ts';
import type { createCompleteSignIn } from './complete-sign-in.ts';
import { createSecret, hashSecret, isSecretOf } from './secret.ts';
import type { SecretOf, SignInStep } from './sign-in.ts';
import { refused } from './sign-in.ts';

interface SignInServiceOptions {
  authorizations: AuthorizationModel;
  connections: Pick<ConnectionModel, 'find'>;
  complete: ReturnType<typeof createCompleteSignIn>;
  providers: readonly AccountingProvider[];
  redirectUri: string;
  clock: () => Date;
  logger: Logger;
}

/** What the provider sent the browser back with. */
export interface ProviderAnswer {
  state: string | undefined;
  error: string | undefined;
  code: string | undefined;
  realmId: string | undefined;
}

export type SignInService = ReturnType<typeof createSignInService>;

/** The way of one browser through a sign-in: our page, the provider's, and back. */
export function createSignInService(options: SignInServiceOptions) {
  const { authorizations, connections, complete, providers, redirectUri, clock, logger } = options;

  return {
    /** Our page before the provider's. Opens once, in a browser that comes from a page of the host. */
    async open(ticket: string, referrerOrigin: string | null, secretOf: SecretOf): Promise<SignInStep> {
      const authorization = await authorizations.findByTicket(hashSecret(ticket));
      if (!authorization) return refused('link_unknown');
      if (authorization.status !== 'pending' || authorization.answeredAt) return refused('link_used');
      if (isExpired(authorization)) return refused('expired');
      // Whoever reloads or comes back to the page is known by the cookie.
      if (isSecretOf(secretOf(idOf(authorization)), authorization.browserHash))
        return confirm(authorization, null);
      if (authorization.browserHash !== null) return refused('link_used');
      if (referrerOrigin === null || !authorization.allowedOrigins.includes(referrerOrigin))
        return refused('link_foreign');
      if (authorization.ticketExpiresAt <= clock()) return refused('expired');
      const secret = createSecret();
      if (!(await authorizations.bindBrowser(authorization, hashSecret(secret)))) return refused('link_used');
      return confirm(authorization, secret);
    },

    /** On to the provider, or the end of it. */
    async goOn(authorizationId: string, isCancelled: boolean, secretOf: SecretOf): Promise<SignInStep> {
      const authorization = await authorizations.findById(authorizationId);
      if (!authorization || !isSecretOf(secretOf(authorizationId), authorization.browserHash))
        return refused('other_browser');
      if (authorization.status !== 'pending' || authorization.answeredAt) return refused('already_answered');
      if (isExpired(authorization)) return refused('expired');
      if (isCancelled) {
        const isOpen = await authorizations.takeAnswer(authorization, clock());
        return isOpen
          ? fail(authorization, new DomainError('authorization_denied'))
          : refused('already_answered');
      }
      const state = createSecret();
      if (!(await authorizations.setState(authorization, hashSecret(state))))
        return refused('already_answered');
      return { kind: 'leave', url: providerOf(authorization).authorizationUrl({ state, redirectUri }) };
    },

    /** Back from the provider. Another browser's visit uses nothing up, so the owner's goes on. */
    async answer(answer: ProviderAnswer, secretOf: SecretOf): Promise<SignInStep> {
      const authorization = answer.state ? await authorizations.findByState(hashSecret(answer.state)) : null;
      if (!authorization) return refused('state_unknown');
      if (!isSecretOf(secretOf(idOf(authorization)), authorization.browserHash))
        return refused('other_browser');
      if (authorization.status !== 'pending' || authorization.answeredAt) return refused('already_answered');
      if (isExpired(authorization)) return refused('expired');
      if (!(await authorizations.takeAnswer(authorization, clock()))) return refused('already_answered');
      let connectionId: string;
      try {
        const provider = providerOf(authorization);
        connectionId = await complete(authorization, provider, approvalIn(answer, provider.name));
      } catch (error) {
        return fail(authorization, error);
      }
      return end(authorization, { status: 'succeeded', connectionId, problem: null });
    },
  };

  async function confirm(authorization: AuthorizationDocument, secret: string | null): Promise<SignInStep> {
    const { businessId, reconnects } = authorization;
    const provider = providerOf(authorization);
    const connection = reconnects === null ? null : await connections.find(businessId, reconnects);
    const { protocol } = new URL(provider.authorizationUrl({ state: 'none', redirectUri }));
    return {
      kind: 'confirm',
      authorization,
      providerName: provider.name,
      companyName: connection?.companyName ?? null,
      secret,
      providerScheme: protocol,
    };
  }

  function fail(authorization: AuthorizationDocument, error: unknown): Promise<SignInStep> {
    const authorizationId = idOf(authorization);
    if (error instanceof ProviderError) logger.warn({ authorizationId, error }, 'A sign-in failed');
    else if (!(error instanceof DomainError))
      logger.error({ authorizationId, error }, 'A sign-in failed unexpectedly');
    return end(authorization, { status: 'failed', connectionId: null, problem: problemOf(error) });
  }

  async function end(
    authorization: AuthorizationDocument,
    outcome: Pick<AuthorizationDocument, 'status' | 'connectionId' | 'problem'>,
  ): Promise<SignInStep> {
    await authorizations.end(authorization, outcome);
    const providerName = providerOf(authorization).name;
    return { kind: 'end', authorization: { ...authorization, ...outcome }, providerName };
  }

  function providerOf({ provider }: AuthorizationDocument): AccountingProvider {
    const found = providers.find(({ id }) => id === provider);
    if (!found) throw new Error(`The provider ${provider} is not configured.`);
    return found;
  }

  function isExpired({ expiresAt }: AuthorizationDocument): boolean {
    return expiresAt <= clock();
  }
}

const idOf = ({ _id }: AuthorizationDocument): string => _id.toHexString();

function approvalIn(
  { error, code, realmId }: ProviderAnswer,
  name: string,
): { code: string; realmId: string } {
  if (error === 'access_denied') throw new DomainError('authorization_denied');
  if (error !== undefined || !code || code.length > 2048)
    throw new DomainError('provider_failed', { detail: `${name} did not complete the sign-in.` });
  if (!realmId || !/^[A-Za-z0-9_-]{1,64}$/.test(realmId))
    throw new DomainError('provider_failed', { detail: `${name} did not say which company was picked.` });
  return { code, realmId };
}

function problemOf(error: unknown): AuthorizationDocument['problem'] {
  if (error instanceof DomainError) return { code: error.code, details: error.details };
  if (!(error instanceof ProviderError)) return { code: 'internal', details: {} };
  // A code that is no longer good; nobody's connection is over for that.
  return { code: error.code === 'invalid_grant' ? 'provider_failed' : providerProblem(error), details: {} };
}
