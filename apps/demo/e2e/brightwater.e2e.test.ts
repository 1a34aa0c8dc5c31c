import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { BRIGHTWATER_REALM } from '../src/launcher/companies.ts';
import { askHost } from './support/ask-host.ts';
import type { SaleAmounts } from './support/compare-with-truth.ts';
import { compareWithTruth, readAmounts } from './support/compare-with-truth.ts';
import {
  connect,
  enableTracking,
  openWizard,
  startFromTheBeginning,
  untilUpToDate,
} from './support/connect-channel.ts';
import { emulatedCompany } from './support/emulator.ts';
import { readWholeFeed } from './support/read-feed.ts';
import { expectStockToFollow } from './support/stock.ts';
import { useDemo } from './support/use-demo.ts';

const { demo, openPage, clientOf } = useDemo();
let page: Page;
let company: ReturnType<typeof emulatedCompany>;
const client = () => clientOf('brightwater');
const compare = (before?: SaleAmounts) =>
  compareWithTruth({
    client: client(),
    emulatorUrl: demo().places.emulator.url,
    realmId: BRIGHTWATER_REALM,
    ...(before && { before }),
  });

beforeAll(async () => {
  page = await openPage('brightwater', '/inventory');
  company = emulatedCompany(demo(), BRIGHTWATER_REALM);
});

/** Both uses the host has for the connection besides sales. */
async function useConnectionForItems(): Promise<string> {
  await page.getByRole('link', { name: 'Inventory' }).click();
  await page.getByRole('button', { name: 'Sync items' }).click();
  await page.getByText(/items taken over from QuickBooks/).waitFor();
  await page.getByRole('button', { name: 'Export build' }).click();
  const answer = page.getByText(/QuickBooks has journal entry \d+/);
  await answer.waitFor();
  return answer.innerText();
}

async function syncNow() {
  const known = (await accountingChannel()).lastRun?.id;
  await page.getByRole('button', { name: /^Sync now/ }).click();
  await expect.poll(async () => (await accountingChannel()).lastRun?.id).not.toBe(known);
  const { lastRun } = await accountingChannel();
  expect(lastRun?.state).toBe('succeeded');
  return lastRun;
}

async function accountingChannel() {
  const channel = (await client().listChannels()).items.find(({ type }) => type === 'accounting');
  if (!channel) throw new Error('There is no accounting channel.');
  return channel;
}

/** What some invoices say, as the feed has them. */
async function contentOf(...ids: string[]) {
  const changes = await readWholeFeed(client());
  return ids.map((id) => {
    const found = changes.find(({ sale }) => sale.type === 'invoice' && sale.externalId === id);
    return { id, total: found?.sale.total, lines: found?.sale.lines };
  });
}

describe('Brightwater, whose QuickBooks the host has connected long ago', () => {
  it('Q-04 syncs items and exports a build without a channel', async () => {
    expect(await useConnectionForItems()).toMatch(/^Built \d+ pieces/);
  });

  it('C-01 and J-00 connects a channel without another sign-in, while items are synced', async () => {
    const { byKind } = await company.counters();
    await page.getByRole('link', { name: 'Sales', exact: true }).click();
    await enableTracking(page);
    await openWizard(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Brightwater Supplies LLC').first().waitFor();
    await dialog.getByRole('button', { name: 'Continue' }).click();
    await startFromTheBeginning(page);
    await connect(page);
    const whileSyncing = Promise.all(
      ['sync-items', 'export-build'].map((name) => askHost(page, `/api/inventory/${name}`, 'POST')),
    );
    await untilUpToDate(page);
    expect((await whileSyncing).map(({ status }) => status)).toEqual([200, 200]);
    expect((await company.counters()).byKind['authorize'] ?? 0).toBe(byKind['authorize'] ?? 0);
    expect(await compare()).toEqual({ documents: 1240, matched: 1240, differences: [] });
    await expectStockToFollow(page, client());
  });

  it('Q-04 syncs items and exports a build with a channel', async () => {
    expect(await useConnectionForItems()).toMatch(/^Built \d+ pieces/);
  });

  it('G-01 to G-10 follows what is edited, voided, deleted, created, paid and re-dated', async () => {
    const line = { item: '5', qty: 3, unitPrice: '12.50' };
    const draft = { txnDate: '2026-09-01', currency: 'USD', customerName: 'Journey & Sons', lines: [line] };
    const [edited, voided, deleted, paid, redated] = await Promise.all(
      Array.from({ length: 5 }, () => company.create('Invoice', draft)),
    );
    if (!edited || !voided || !deleted || !paid || !redated)
      throw new Error('The documents were not created.');
    await page.getByRole('link', { name: 'Sales', exact: true }).click();
    expect((await syncNow())?.counts).toMatchObject({ created: 5, errors: 0 });

    const amounts = await readAmounts({ client: client(), realmId: BRIGHTWATER_REALM });
    const content = await contentOf(voided.id, deleted.id);

    await company.edit('Invoice', edited.id, { lines: [{ ...line, qty: 7 }], docNumber: 'J-EDITED' });
    await company.void('Invoice', voided.id);
    await company.delete('Invoice', deleted.id);
    await company.pay('Invoice', paid.id);
    await company.redate('Invoice', redated.id, '2026-08-15');
    await company.create('CreditMemo', { ...draft, docNumber: 'J-BACK', lines: [{ ...line, qty: 1 }] });
    await company.create('SalesReceipt', {
      ...draft,
      currency: 'JPY',
      docNumber: 'J-YEN',
      customerName: 'Journey KK',
      lines: [{ item: '5', qty: 2, unitPrice: '1500' }],
    });
    const totals = await client().getSalesTotals({ query: {} });
    expect((await syncNow())?.counts).toMatchObject({ created: 2, updated: 3, voided: 2, errors: 0 });

    expect((await compare(amounts)).differences).toEqual([]);
    expect(content).toMatchObject(
      content.map(() => ({ total: '37.5', lines: [{ amount: '37.5', quantity: '3' }] })),
    );
    expect(await contentOf(voided.id, deleted.id)).toEqual(content);
    await expectStockToFollow(page, client());
    expect((await client().getSalesTotals({ query: {} })).voided).toBe(totals.voided + 2);
    await page.getByLabel('Search number or customer').fill('Journey');
    await page.getByRole('row', { name: /J-EDITED.*87\.50/ }).waitFor();
    await page.getByRole('row', { name: /J-BACK.*−12\.50/ }).waitFor();
    await page.getByRole('row', { name: /J-YEN.*3,000/ }).waitFor();
  });

  it('E-06 has nothing to do when nothing changed, in sales and in feed', async () => {
    const before = await readWholeFeed(client());
    const calls = (await company.counters()).metered;
    const run = await syncNow();
    expect(run).toMatchObject({ counts: { created: 0, updated: 0, voided: 0, errors: 0 }, providerCalls: 1 });
    expect((await company.counters()).metered - calls).toBe(1);
    expect(await readWholeFeed(client())).toEqual(before);
  });
});
