import { ProviderError } from '../provider/provider-error.ts';
import type { TokenSet } from '../provider/provider.ts';
import type { ScriptedProvider } from './scripted-provider.ts';
import { createScriptedProvider } from './scripted-provider.ts';

export interface GrantProvider extends ScriptedProvider {
  /** Every token request so far. */
  exchanges: { code: string; realmId: string; redirectUri: string }[];
  refreshes: string[];
  revocations: string[];
  /** Runs in each token request before it is carried out; throw to fail it, wait to hold it. */
  beforeExchange: () => void | Promise<void>;
  beforeRefresh: () => void | Promise<void>;
  /** Tokens of a new grant, as a sign-in would bring them. */
  grant(): TokenSet;
  /** Access tokens that data calls accept: of each grant only the last. */
  isGood(accessToken: string): boolean;
}

type Granting = Omit<GrantProvider, keyof ScriptedProvider> &
  Pick<GrantProvider, 'exchange' | 'refresh' | 'revoke' | 'company'>;

/**
 * A provider with grants as unforgiving as the real ones: every refresh rotates both tokens, and a refresh token that is not
 * the last one is answered with `invalid_grant`.
 */
export function createGrantProvider(now: () => Date = () => new Date()): GrantProvider {
  const lastOf = new Map<string, number>();
  let grants = 0;

  const issue = (grant: string): TokenSet => {
    const turn = (lastOf.get(grant) ?? 0) + 1;
    lastOf.set(grant, turn);
    return {
      accessToken: `access-${grant}-${turn}`,
      refreshToken: `refresh-${grant}-${turn}`,
      accessTokenExpiresAt: new Date(now().getTime() + 3_600_000),
      refreshTokenExpiresAt: new Date(now().getTime() + 100 * 86_400_000),
      hardExpiresAt: null,
    };
  };
  const isLast = (token: string) => {
    const [, grant = '', turn] = token.split('-');
    return lastOf.get(grant) === Number(turn);
  };

  const granting: Granting = {
    exchanges: [],
    refreshes: [],
    revocations: [],
    beforeExchange: () => {},
    beforeRefresh: () => {},
    grant: () => issue(`g${(grants += 1)}`),
    isGood: isLast,
    async exchange(request) {
      provider.exchanges.push(request);
      await provider.beforeExchange();
      return provider.grant();
    },
    async refresh({ refreshToken }) {
      provider.refreshes.push(refreshToken);
      await provider.beforeRefresh();
      if (!isLast(refreshToken)) throw new ProviderError('invalid_grant', 'Not the last refresh token');
      return issue(refreshToken.split('-')[1] ?? '');
    },
    async revoke({ refreshToken }) {
      provider.revocations.push(refreshToken);
    },
    company: async ({ realmId }) => ({ realmId, name: `Company ${realmId}`, homeCurrency: 'USD' }),
  };
  const provider: GrantProvider = Object.assign(createScriptedProvider(), granting);
  return provider;
}
