import type { RequestHandler, Response } from 'express';

/** Headers that hold for every answer of the sign-in, whatever the host's app has set. */
export const pageHeaders: RequestHandler = (_request, response, next) => {
  response.set({
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    // Another policy would cut the window off from the page that opened it.
    'cross-origin-opener-policy': 'unsafe-none',
    // "no-referrer" would blank the Origin of the form's own post.
    'referrer-policy': 'same-origin',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  });
  next();
};

/** Sends a page in which only what carries the nonce runs, and whose forms go to `formTargets` only. */
export function sendPage(
  response: Response,
  {
    status,
    nonce,
    formTargets,
    page,
  }: { status: number; nonce: string; formTargets: string[]; page: string },
): void {
  const policy = [
    "default-src 'none'",
    `style-src 'nonce-${nonce}'`,
    `script-src 'nonce-${nonce}'`,
    `form-action ${formTargets.join(' ') || "'none'"}`,
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  response.status(status).set('content-security-policy', policy.join('; ')).type('html').send(page);
}
