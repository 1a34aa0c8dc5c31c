import { randomUUID } from 'node:crypto';
import { Big } from 'big.js';
import { z } from 'zod';
import type { BuildRecord, Database } from '../database.ts';
import type { CompanyAccess } from './company-access.ts';
import type { QuickBooksApi } from './quickbooks-api.ts';
import { QuickBooksError } from './quickbooks-api.ts';

const BATCH = 25;
/** What a piece costs to make, as a part of its price. */
const COST_RATIO = '0.6';
const accountSchema = z.object({
  Id: z.string(),
  Name: z.string(),
  AccountType: z.string(),
  AccountSubType: z.string().optional(),
});
const answerSchema = z.object({ JournalEntry: z.object({ Id: z.string() }) });

/**
 * Builds a batch of the next product in turn and tells QuickBooks what it cost: work in progress becomes inventory. A batch
 * whose export failed is exported first, under the same request id, so that QuickBooks books it once.
 */
export async function exportBuild(
  database: Database,
  api: QuickBooksApi,
  businessId: string,
  access: CompanyAccess,
): Promise<BuildRecord> {
  const { builds } = database;
  const build =
    (await builds.findOne({ businessId, journalEntryId: null })) ?? (await makeBatch(database, businessId));
  const { inventory, workInProgress } = await findAccounts(api, access);
  const line = (PostingType: 'Debit' | 'Credit', account: string) => ({
    DetailType: 'JournalEntryLineDetail',
    Amount: Number(build.cost),
    Description: `Build of ${build.quantity} × item ${build.itemId}`,
    JournalEntryLineDetail: { PostingType, AccountRef: { value: account } },
  });
  const { JournalEntry } = await api.call(
    access,
    answerSchema,
    `journalentry?${new URLSearchParams({ requestid: build._id, minorversion: '75' }).toString()}`,
    {
      PrivateNote: `Northwind build ${build._id}`,
      Line: [line('Debit', inventory), line('Credit', workInProgress)],
    },
  );
  await builds.updateOne({ _id: build._id }, { $set: { journalEntryId: JournalEntry.Id } });
  return { ...build, journalEntryId: JournalEntry.Id };
}

async function makeBatch({ products, builds }: Database, businessId: string): Promise<BuildRecord> {
  const buildable = await products
    .find({ businessId, unitPrice: { $ne: null } })
    .sort({ _id: 1 })
    .toArray();
  const product = buildable[(await builds.countDocuments({ businessId })) % buildable.length];
  if (!product) throw new QuickBooksError('There is no product to build yet. Sync items first.');
  const build: BuildRecord = {
    _id: randomUUID(),
    businessId,
    itemId: product.itemId,
    quantity: BATCH,
    cost: new Big(product.unitPrice ?? 0).times(BATCH).times(COST_RATIO).toFixed(2),
    madeAt: new Date(),
    journalEntryId: null,
  };
  await builds.insertOne(build);
  return build;
}

async function findAccounts(api: QuickBooksApi, access: CompanyAccess) {
  const accounts = await api.query(access, 'Account', accountSchema);
  const inventory = accounts.find(({ AccountSubType }) => AccountSubType === 'Inventory');
  const workInProgress =
    accounts.find(({ Name }) => Name === 'Work in Progress') ??
    accounts.find(({ Id, AccountType }) => AccountType === 'Other Current Asset' && Id !== inventory?.Id);
  if (!inventory || !workInProgress)
    throw new QuickBooksError('The company has no account for inventory or for work in progress.');
  return { inventory: inventory.Id, workInProgress: workInProgress.Id };
}
