import { ProviderError, type TokenSet } from '@sales-channels/bff/provider';
import { DEFAULT_TOKEN_TIMEOUT_MS, type QuickBooksConfig } from '../config.ts';
import type { QuickBooksEndpoints } from '../environments.ts';
import { SingleUseOAuthClient } from './oauth-client.ts';
import { tokenError } from './token-error.ts';
import { readTokenSet } from './token-set.ts';

export interface QuickBooksOAuth {
  authorizationUrl(request: { state: string; redirectUri: string }): string;
  exchange(request: { code: string; realmId: string; redirectUri: string }): Promise<TokenSet>;
  refresh(tokens: TokenSet): Promise<TokenSet>;
  revoke(tokens: TokenSet): Promise<void>;
}

/** Connecting, refreshing and disconnecting. Each call builds a client, sends at most one request with it and drops it. */
export function createOAuth(config: QuickBooksConfig, endpoints: QuickBooksEndpoints): QuickBooksOAuth {
  const now = config.clock ?? (() => new Date());

  const client = (url: string, redirectUri = '') =>
    new SingleUseOAuthClient(
      { clientId: config.clientId, clientSecret: config.clientSecret, redirectUri },
      {
        url,
        timeoutMs: config.timeouts?.token ?? DEFAULT_TOKEN_TIMEOUT_MS,
        fetch: config.fetch ?? globalThis.fetch,
      },
    );

  async function tokens(
    operation: string,
    oauth: SingleUseOAuthClient,
    send: () => Promise<unknown>,
    previous?: TokenSet,
  ): Promise<TokenSet> {
    const requestedAt = now();
    try {
      await send();
    } catch {
      throw tokenError(operation, oauth.answer, oauth.failure);
    }
    const set = oauth.answer && readTokenSet(oauth.answer.body, requestedAt, previous);
    if (!set) throw tokenError(operation, oauth.answer, oauth.failure);
    return set;
  }

  return {
    authorizationUrl({ state, redirectUri }) {
      const scope = 'com.intuit.quickbooks.accounting';
      const built = client(endpoints.authorizeUrl, redirectUri).authorizeUri({ scope, state });
      return `${endpoints.authorizeUrl}${built.slice(built.indexOf('?'))}`;
    },

    async exchange({ code, realmId, redirectUri }) {
      if (code === '') throw new ProviderError('rejected', 'exchange: no authorization code');
      const oauth = client(endpoints.tokenUrl, redirectUri);
      // Built anew: the library obeys a `redirectUri` it finds among the callback's parameters.
      const callback = `?${new URLSearchParams({ code, realmId }).toString()}`;
      return tokens('exchange', oauth, () => oauth.createToken(callback));
    },

    async refresh(previous) {
      const oauth = client(endpoints.tokenUrl);
      return tokens('refresh', oauth, () => oauth.refreshUsingToken(previous.refreshToken), previous);
    },

    async revoke({ refreshToken }) {
      const oauth = client(endpoints.revokeUrl);
      try {
        await oauth.revoke({ refresh_token: refreshToken });
      } catch {
        const error = tokenError('revoke', oauth.answer, oauth.failure);
        // Intuit answers 400 for a grant that has already ended.
        if (error.status !== 400 || error.code === 'misconfigured') throw error;
      }
    },
  };
}
