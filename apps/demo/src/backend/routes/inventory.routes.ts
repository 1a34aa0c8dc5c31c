import type { Request, Router } from 'express';
import express from 'express';
import type { Account, Accounts } from '../account/accounts.ts';
import type { Database } from '../database.ts';
import { readInventory } from '../inventory/read-inventory.ts';
import { recount } from '../inventory/recount.ts';
import type { CompanyAccess, FindCompany } from '../quickbooks/company-access.ts';
import { exportBuild } from '../quickbooks/export-build.ts';
import type { QuickBooksApi } from '../quickbooks/quickbooks-api.ts';
import { syncItems } from '../quickbooks/sync-items.ts';
import { pageAccount } from './page-account.ts';
import { Refusal } from './refusal.ts';

interface InventoryRoutesOptions {
  database: Database;
  accounts: Accounts;
  findCompany: FindCompany;
  api: QuickBooksApi;
}

export function createInventoryRoutes(options: InventoryRoutesOptions): Router {
  const { database, accounts, findCompany, api } = options;
  const router = express.Router();

  async function requireEditor(request: Request): Promise<Account> {
    const account = await pageAccount(accounts, request);
    if (!account.user.permissions.includes('manage'))
      throw new Refusal(403, 'Viewers cannot change the inventory.');
    return account;
  }

  async function requireCompany({ business }: Account): Promise<CompanyAccess> {
    const company = await findCompany(business);
    if (!company) throw new Refusal(409, `${business.name} is not connected to QuickBooks yet.`);
    return company;
  }

  router.get('/api/inventory', async (request, response) => {
    const { business } = await pageAccount(accounts, request);
    const [inventory, company] = await Promise.all([
      readInventory(database, business.id),
      // The shelves are shown all the same when nobody can say what is connected.
      findCompany(business).catch(() => null),
    ]);
    response.json({ ...inventory, company: company && { name: company.companyName, owner: company.owner } });
  });

  router.post('/api/inventory/sync-items', async (request, response) => {
    const account = await requireEditor(request);
    const company = await requireCompany(account);
    response.json(await syncItems(database, api, account.business.id, company));
  });

  router.post('/api/inventory/export-build', async (request, response) => {
    const account = await requireEditor(request);
    const company = await requireCompany(account);
    const { quantity, journalEntryId } = await exportBuild(database, api, account.business.id, company);
    response.json({ quantity, journalEntryId });
  });

  router.post('/api/inventory/recount', async (request, response) => {
    const { business } = await requireEditor(request);
    await recount(database, business.id);
    response.json({});
  });

  return router;
}
