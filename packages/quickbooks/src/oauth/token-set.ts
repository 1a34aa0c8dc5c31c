import type { TokenSet } from '@sales-channels/bff/provider';
import { z } from 'zod';
import { parseJson } from '../parse-json.ts';

const TokenBody = z.looseObject({
  access_token: z.string().min(1),
  refresh_token: z.string().min(1),
  expires_in: z.number().positive(),
  x_refresh_token_expires_in: z.number().positive(),
  x_refresh_token_hard_expires_in: z.number().positive().nullish().catch(null),
});

/**
 * The tokens of an answer, with lifetimes as instants counted from when the request left, so that none is believed to live longer
 * than it does. Null when the answer holds no tokens.
 */
export function readTokenSet(body: string, requestedAt: Date, previous?: TokenSet): TokenSet | null {
  const parsed = TokenBody.safeParse(parseJson(body));
  if (!parsed.success) return null;
  const after = (seconds: number) => new Date(requestedAt.getTime() + seconds * 1000);
  const { data } = parsed;
  return {
    accessToken: data.access_token,
    refreshToken: data.refresh_token,
    accessTokenExpiresAt: after(data.expires_in),
    refreshTokenExpiresAt: after(data.x_refresh_token_expires_in),
    hardExpiresAt: data.x_refresh_token_hard_expires_in
      ? after(data.x_refresh_token_hard_expires_in)
      : (previous?.hardExpiresAt ?? null),
  };
}
