import type { Router } from 'express';
import express from 'express';
import { z } from 'zod';
import type { Account, Accounts } from '../account/accounts.ts';
import { businesses, PLANS, users } from '../account/businesses.ts';
import { currentAccount, rememberAccount } from '../account/current-account.ts';
import { viewAccount } from '../account/view-account.ts';
import type { SalesChannelsSessions } from '../account/sales-channels-sessions.ts';
import { pageAccount } from './page-account.ts';

const changeSchema = z.strictObject({
  business: z.enum(businesses.map(({ id }) => id)).optional(),
  user: z.enum(users.map(({ id }) => id)).optional(),
  plan: z.enum(PLANS).optional(),
});

interface AccountRoutesOptions {
  accounts: Accounts;
  sessions: SalesChannelsSessions;
  salesChannelsUrl: string;
}

export function createAccountRoutes({ accounts, sessions, salesChannelsUrl }: AccountRoutesOptions): Router {
  const router = express.Router();

  const view = (account: Account) => viewAccount(account, salesChannelsUrl);

  // The one thing a page asks before it knows for which business it is.
  router.get('/api/account', async (request, response) => {
    response.json(view(await currentAccount(accounts, request)));
  });

  router.post('/api/account', async (request, response) => {
    const change = changeSchema.parse(request.body);
    const before = await pageAccount(accounts, request);
    if (change.plan) await accounts.changePlan(before.business.id, change.plan);
    const after = await accounts.find(change.business ?? before.business.id, change.user ?? before.user.id);
    rememberAccount(response, after);
    response.json(view(after));
  });

  router.post('/api/sales-channels/session', async (request, response) => {
    const account = await pageAccount(accounts, request);
    response.set('cache-control', 'no-store').json({ token: await sessions.forUser(account) });
  });

  return router;
}
