import { grantIsOver } from './access-source.ts';
import type { AccessSource, AccessToken } from './access-source.ts';
import type { ConnectionTokens, StoredTokens } from './connection-tokens.model.ts';
import type { TokenRefresher } from './token-refresher.ts';

interface KitAccessOptions {
  tokens: ConnectionTokens;
  refresh: TokenRefresher;
  clock: () => Date;
}

/** How long a token has to be good to be handed out: a page of sales and its repetitions fit in. */
const GOOD_FOR_MS = 5 * 60_000;

/** Access by the tokens the kit signed in for and refreshes itself. */
export function createKitAccess({ tokens, refresh, clock }: KitAccessOptions): AccessSource {
  return {
    async current(connection) {
      const stored = await tokens.read(connection.id);
      if (!stored) throw grantIsOver();
      const isGood = stored.tokens.accessTokenExpiresAt.getTime() - clock().getTime() > GOOD_FOR_MS;
      return toAccessToken(isGood ? stored : await refresh(connection, stored.version));
    },

    instead: async (connection, rejected) => toAccessToken(await refresh(connection, rejected.version)),

    // The grant works, or there would be no new token: signing in again is not known to help.
    rejectedAgain: (_connection, _token, error) => Promise.resolve(error),
  };
}

const toAccessToken = ({ tokens, version }: StoredTokens): AccessToken => ({
  accessToken: tokens.accessToken,
  version,
  expiresAt: tokens.accessTokenExpiresAt,
});
