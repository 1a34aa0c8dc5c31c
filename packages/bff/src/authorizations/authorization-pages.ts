import { randomBytes } from 'node:crypto';
import type { ErrorRequestHandler, Request, RequestHandler, Response, Router } from 'express';
import express from 'express';
import * as z from 'zod';
import type { Logger } from '../logger.ts';
import { createBrowserCookie } from './browser-cookie.ts';
import { pageHeaders, sendPage } from './page-headers.ts';
import { confirmPage } from './pages/confirm-page.ts';
import { endPage } from './pages/end-page.ts';
import { REFUSAL_STATUS, refusalPage } from './pages/refusal-page.ts';
import type { SignInService } from './sign-in.service.ts';
import type { SignInStep } from './sign-in.ts';
import { refused } from './sign-in.ts';

interface AuthorizationPagesOptions {
  signIn: SignInService;
  publicUrl: string;
  productName: string;
  logger: Logger;
}

// A repeated or nested parameter is no text, and as good as absent.
const text = z.string().max(4096).optional().catch(undefined);
const startQuery = z.object({ ticket: text });
const answerQuery = z.object({ state: text, error: text, code: text, realmId: text });
const form = z.object({ authorizationId: text, answer: text });

/** The pages a person sees on the way to the provider and back. They are for browsers and not part of the API. */
export function createAuthorizationPages(options: AuthorizationPagesOptions): Router {
  const { signIn, publicUrl, productName, logger } = options;
  const cookie = createBrowserCookie(publicUrl);
  const ownOrigin = new URL(publicUrl).origin;
  const router = express.Router();

  const start: RequestHandler = async (request, response) => {
    const { ticket = '' } = startQuery.parse(request.query);
    show(response, await signIn.open(ticket, originOf(request.get('referer')), cookie.secretOf(request)));
  };
  const goOn: RequestHandler = async (request, response) => {
    const { authorizationId = '', answer } = form.parse(request.body ?? {});
    const step = isOwnPage(request, ownOrigin)
      ? await signIn.goOn(authorizationId, answer === 'cancel', cookie.secretOf(request))
      : refused('other_site');
    show(response, step);
  };
  const callback: RequestHandler = async (request, response) => {
    const { state, error, code, realmId } = answerQuery.parse(request.query);
    show(response, await signIn.answer({ state, error, code, realmId }, cookie.secretOf(request)));
  };
  const onError: ErrorRequestHandler = (error: unknown, request, response, next) => {
    if (response.headersSent) {
      next(error);
      return;
    }
    logger.error({ error, path: request.path }, 'A page of the sign-in failed unexpectedly');
    showRefusal(response, 'unexpected');
  };

  router.use('/connect', pageHeaders);
  // Express would answer HEAD with GET's work: a look must not use a link up.
  router.head(['/connect/start', '/connect/callback'], (_request, response) => void response.sendStatus(405));
  router.get('/connect/start', start);
  router.post('/connect/continue', express.urlencoded({ extended: false, limit: '4kb' }), goOn);
  router.get('/connect/callback', callback);
  router.use('/connect', onError);
  return router;

  function show(response: Response, step: SignInStep): void {
    if (step.kind === 'refused') showRefusal(response, step.why);
    else if (step.kind === 'leave') response.set('referrer-policy', 'no-referrer').redirect(303, step.url);
    else if (step.kind === 'confirm') showConfirm(response, step);
    else showEnd(response, step);
  }

  function showRefusal(response: Response, why: keyof typeof REFUSAL_STATUS): void {
    const nonce = createNonce();
    const page = refusalPage(why, { productName, nonce });
    sendPage(response, { status: REFUSAL_STATUS[why], nonce, formTargets: [], page });
  }

  function showConfirm(response: Response, step: Extract<SignInStep, { kind: 'confirm' }>): void {
    const nonce = createNonce();
    if (step.secret !== null) cookie.set(response, step.authorization._id.toHexString(), step.secret);
    const page = confirmPage(step, { productName, action: `${publicUrl}/connect/continue`, nonce });
    // Chromium holds form-action against every redirect that follows, and a provider has several hosts of its own.
    sendPage(response, { status: 200, nonce, formTargets: ["'self'", step.providerScheme], page });
  }

  function showEnd(response: Response, step: Extract<SignInStep, { kind: 'end' }>): void {
    const { authorization, providerName } = step;
    const id = authorization._id.toHexString();
    cookie.clear(response, id);
    if (authorization.returnTo !== null) {
      const url = new URL(authorization.returnTo);
      url.searchParams.set('sc_authorization', id);
      response.set('referrer-policy', 'no-referrer').redirect(303, url.href);
      return;
    }
    const nonce = createNonce();
    const page = endPage(authorization, { productName, providerName, nonce });
    sendPage(response, { status: 200, nonce, formTargets: [], page });
  }
}

const createNonce = (): string => randomBytes(16).toString('base64');

const originOf = (url: string | undefined): string | null =>
  url !== undefined && URL.canParse(url) ? new URL(url).origin : null;

function isOwnPage(request: Request, ownOrigin: string): boolean {
  const origin = request.get('origin');
  return origin === undefined ? request.get('sec-fetch-site') === 'same-origin' : origin === ownOrigin;
}
