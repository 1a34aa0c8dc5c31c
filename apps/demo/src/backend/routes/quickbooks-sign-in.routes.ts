import { randomBytes } from 'node:crypto';
import type { Router } from 'express';
import express from 'express';
import { z } from 'zod';
import type { Accounts } from '../account/accounts.ts';
import { readCookie } from '../account/current-account.ts';
import type { OAuth } from '../quickbooks/oauth.ts';
import type { OwnConnections } from '../quickbooks/own-connection.ts';
import type { QuickBooksApi } from '../quickbooks/quickbooks-api.ts';
import { readCompany } from '../quickbooks/read-company.ts';
import { accountFor } from './page-account.ts';
import { Refusal } from './refusal.ts';

const COOKIE = 'northwind_quickbooks';
const answerSchema = z.union([
  z.object({ code: z.string(), realmId: z.string(), state: z.string() }),
  z.object({ error: z.string(), state: z.string() }),
]);

interface SignInRoutesOptions {
  accounts: Accounts;
  oauth: OAuth;
  own: OwnConnections;
  api: QuickBooksApi;
}

/** Northwind's own sign-in to QuickBooks, from the days before Sales Channels. */
export function createQuickBooksSignInRoutes({ accounts, oauth, own, api }: SignInRoutesOptions): Router {
  const router = express.Router();

  router.get('/quickbooks/connect', async (request, response) => {
    const { business, user } = await accountFor(accounts, request, request.query['business']);
    if (!user.permissions.includes('manage')) throw new Refusal(403, 'Viewers cannot connect QuickBooks.');
    // Only the browser that asked can come back with it, and the business cannot change on the way.
    const state = `${business.id}.${randomBytes(24).toString('base64url')}`;
    response.cookie(COOKIE, state, { httpOnly: true, sameSite: 'lax', path: '/quickbooks' });
    response.redirect(oauth.signInUrl(state));
  });

  router.get('/quickbooks/callback', async (request, response) => {
    const answer = answerSchema.safeParse(request.query);
    const expected = readCookie(request, COOKIE);
    response.clearCookie(COOKIE, { path: '/quickbooks' });
    if (!answer.success || expected === undefined || answer.data.state !== expected)
      throw new Refusal(400, 'This sign-in was not begun here. Start again from Settings.');
    if ('code' in answer.data) {
      const { code, realmId } = answer.data;
      const tokens = await oauth.exchange(code);
      const company = await readCompany(api, realmId, tokens.accessToken);
      await own.save(expected.split('.')[0] ?? '', company, tokens);
    }
    response.redirect('/settings/connections');
  });

  return router;
}
