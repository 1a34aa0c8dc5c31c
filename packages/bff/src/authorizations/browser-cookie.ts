import type { CookieOptions, Request, Response } from 'express';
import type { SecretOf } from './sign-in.ts';

const LIFETIME_MS = 15 * 60_000;

export type BrowserCookie = ReturnType<typeof createBrowserCookie>;

/**
 * The cookie that knows the browser in which a sign-in began; one for each, so that two at a time do not meet. Lax, because the
 * provider sends the browser back from another site. Over https its prefix keeps neighbouring hosts from planting one, which
 * costs the narrower path.
 */
export function createBrowserCookie(publicUrl: string) {
  const { protocol, pathname } = new URL(publicUrl);
  const isSecure = protocol === 'https:';
  const path = isSecure ? '/' : `${pathname.replace(/\/$/, '')}/connect`;
  const options: CookieOptions = { httpOnly: true, sameSite: 'lax', secure: isSecure, path };
  const nameOf = (authorizationId: string) => `${isSecure ? '__Host-' : ''}sales-channels-${authorizationId}`;

  return {
    set(response: Response, authorizationId: string, secret: string): void {
      response.cookie(nameOf(authorizationId), secret, { ...options, maxAge: LIFETIME_MS });
    },
    clear(response: Response, authorizationId: string): void {
      response.clearCookie(nameOf(authorizationId), options);
    },
    secretOf: (request: Request): SecretOf => {
      const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
      return (authorizationId) => pairs.find(([name]) => name === nameOf(authorizationId))?.[1];
    },
  };
}
