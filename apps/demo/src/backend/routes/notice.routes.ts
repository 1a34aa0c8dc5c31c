import type { Router } from 'express';
import express from 'express';
import type { Accounts } from '../account/accounts.ts';
import type { Database } from '../database.ts';
import { pageAccount } from './page-account.ts';

const SHOWN = 5;

/** What Sales Channels told this backend about the business a page is for, newest first. */
export function createNoticeRoutes(options: { database: Database; accounts: Accounts }): Router {
  const { database, accounts } = options;
  const router = express.Router();
  router.get('/api/notices', async (request, response) => {
    const { business } = await pageAccount(accounts, request);
    const found = await database.notices
      .find({ businessId: business.id })
      .sort({ at: -1 })
      .limit(SHOWN)
      .toArray();
    response.json({
      items: found.map(({ _id, type, companyName, at }) => ({
        id: _id,
        type,
        companyName,
        at: at.toISOString(),
      })),
    });
  });
  return router;
}
