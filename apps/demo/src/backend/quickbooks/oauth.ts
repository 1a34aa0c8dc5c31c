import { z } from 'zod';
import type { QuickBooksApp } from './quickbooks-app.ts';

const TIMEOUT_MS = 20_000;
const tokensSchema = z
  .object({ access_token: z.string(), refresh_token: z.string(), expires_in: z.number() })
  .transform((body) => ({
    accessToken: body.access_token,
    refreshToken: body.refresh_token,
    expiresInSeconds: body.expires_in,
  }));
export type Tokens = z.output<typeof tokensSchema>;

/** The grant is over: somebody has to sign in again. */
export class GrantOverError extends Error {}

export type OAuth = ReturnType<typeof createOAuth>;

/** The three steps of OAuth 2 that Northwind takes for its own connection. */
export function createOAuth(app: QuickBooksApp) {
  async function request(form: Record<string, string>): Promise<Tokens> {
    const response = await fetch(app.tokenUrl, {
      method: 'POST',
      headers: {
        accept: 'application/json',
        authorization: `Basic ${Buffer.from(`${app.clientId}:${app.clientSecret}`).toString('base64')}`,
      },
      body: new URLSearchParams(form),
      signal: AbortSignal.timeout(TIMEOUT_MS),
    });
    if (response.ok) return tokensSchema.parse(await response.json());
    const body = await response.text();
    if (body.includes('invalid_grant'))
      throw new GrantOverError('QuickBooks wants somebody to sign in again.');
    throw new Error(`QuickBooks answered ${response.status} to a token request.`);
  }

  return {
    signInUrl(state: string): string {
      const url = new URL(app.authorizeUrl);
      url.search = new URLSearchParams({
        client_id: app.clientId,
        response_type: 'code',
        scope: 'com.intuit.quickbooks.accounting',
        redirect_uri: app.redirectUri,
        state,
      }).toString();
      return url.href;
    },
    exchange: (code: string) =>
      request({ grant_type: 'authorization_code', code, redirect_uri: app.redirectUri }),
    refresh: (refreshToken: string) => request({ grant_type: 'refresh_token', refresh_token: refreshToken }),
  };
}
