import type { Locator, Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { KESTREL_REALM } from '../src/launcher/companies.ts';
import type { Notice } from '../src/wire/notice.ts';
import { changePlan } from './support/account.ts';
import { askHost } from './support/ask-host.ts';
import { channelRow } from './support/channel-row.ts';
import { compareWithTruth, readAmounts } from './support/compare-with-truth.ts';
import {
  approveInWindow,
  connect,
  enableTracking,
  openWizard,
  signInInWindow,
  startFromTheBeginning,
  untilUpToDate,
} from './support/connect-channel.ts';
import { emulatedCompany } from './support/emulator.ts';
import { readInventory } from './support/stock.ts';
import { useDemo } from './support/use-demo.ts';

const COMPANY = 'Kestrel Components Inc';
const OTHER = 'Copperfield Trading Ltd';
const { demo, openPage, clientOf } = useDemo();
let sales: Page;
let settings: Page;
let company: ReturnType<typeof emulatedCompany>;
const client = () => clientOf('kestrel');

const accounting = async () => {
  const found = (await client().listChannels()).items.find(({ type }) => type === 'accounting');
  if (!found) throw new Error('There is no accounting channel.');
  return found;
};
const statuses = async () =>
  (await client().listConnections()).items.map(({ companyName, status }) => [companyName, status]);
const connectionRow = (): Locator =>
  settings.getByRole('list', { name: 'Accounting connections' }).getByRole('listitem', { name: COMPANY });
const notices = async () => ((await askHost(sales, '/api/notices')).body as { items: Notice[] }).items;
const differences = async (before: Awaited<ReturnType<typeof readAmounts>>) =>
  (
    await compareWithTruth({
      client: client(),
      emulatorUrl: demo().places.emulator.url,
      realmId: KESTREL_REALM,
      before,
    })
  ).differences;

/** Both places say the same of the channel, and Settings of the connection too. */
async function untilBothSay(channel: string, connection: string): Promise<void> {
  for (const row of [channelRow(sales, COMPANY), channelRow(settings, COMPANY)])
    await row.getByText(channel, { exact: true }).waitFor();
  await connectionRow().getByText(connection, { exact: true }).waitFor();
}

/** Waits for the sync that a new sign-in begins by itself. */
async function untilResumed(after: string | undefined) {
  await expect
    .poll(async () => (await accounting()).lastRun)
    .toMatchObject({ trigger: 'reconnection', state: 'succeeded', counts: { errors: 0 } });
  const { lastRun } = await accounting();
  expect(lastRun?.id).not.toBe(after);
  return lastRun;
}

beforeAll(async () => {
  company = emulatedCompany(demo(), KESTREL_REALM);
  sales = await openPage('kestrel');
  await enableTracking(sales);
  await changePlan(sales, 'advanced');
  await openWizard(sales);
  await signInInWindow(sales, COMPANY);
  await startFromTheBeginning(sales);
  await connect(sales);
  await untilUpToDate(sales);
  // A second connection, without a channel: nothing that follows is about it.
  await openWizard(sales);
  await signInInWindow(sales, OTHER);
  await sales.goto(`${demo().hostUrl}/sales`);
  settings = await openPage('kestrel', '/settings/connections');
  await untilBothSay('Up to date', 'Connected');
});

describe('a company that disconnected the app', () => {
  const line = { item: '5', qty: 2, unitPrice: '10.00' };
  const draft = { txnDate: '2026-09-01', currency: 'USD', customerName: 'While away', lines: [line] };
  let before: Awaited<ReturnType<typeof readAmounts>>;
  let channelId: string;

  it('H-03 H-09 B-01 asks for a sign-in in both places, and tells the host once', async () => {
    channelId = (await accounting()).id;
    const [edited, deleted] = [
      await company.create('Invoice', { ...draft, docNumber: 'AWAY-1' }),
      await company.create('Invoice', { ...draft, docNumber: 'AWAY-2' }),
    ];
    const press = () =>
      channelRow(sales, COMPANY)
        .getByRole('button', { name: /^Sync now/ })
        .click();
    await press();
    await expect.poll(async () => (await accounting()).lastRun?.counts.created).toBe(2);
    await channelRow(sales, COMPANY).getByText('Up to date', { exact: true }).waitFor();
    before = await readAmounts({ client: client(), realmId: KESTREL_REALM });

    await company.revoke();
    await press();
    await untilBothSay('Sign-in needed', 'Sign-in needed');
    await settings
      .getByRole('region', { name: 'Told by Sales Channels' })
      .getByText(`${COMPANY} needs somebody to sign in to QuickBooks Online again`)
      .waitFor();
    expect(await notices()).toMatchObject([{ type: 'connection.reconnect_required', companyName: COMPANY }]);
    expect(await statuses()).toEqual([
      [COMPANY, 'reconnect_required'],
      [OTHER, 'connected'],
    ]);

    await company.edit('Invoice', edited.id, { lines: [{ ...line, qty: 7 }] });
    await company.delete('Invoice', deleted.id);
    await company.create('SalesReceipt', { ...draft, docNumber: 'AWAY-3' });
  });

  it('H-05 is not replaced by another: refused by both names, before any code is exchanged', async () => {
    const exchanged = await company.tokenCalls();
    const connections = await client().listConnections();
    const button = connectionRow().getByRole('button', { name: /^Reconnect/ });
    const popup = await approveInWindow(settings, button, OTHER);
    await connectionRow()
      .getByRole('alert')
      .getByText(new RegExp(`This connection belongs to ${COMPANY}; you picked ${OTHER}`))
      .waitFor();
    await popup.close();
    expect(await company.tokenCalls()).toBe(exchanged);
    expect(await client().listConnections()).toEqual(connections);
  });

  it('H-04 B-01 resumes by itself as the same channel, with all that happened meanwhile', async () => {
    const exchanged = await company.tokenCalls();
    const lastRun = (await accounting()).lastRun?.id;
    await approveInWindow(settings, connectionRow().getByRole('button', { name: /^Reconnect/ }), COMPANY);
    expect((await untilResumed(lastRun))?.counts).toMatchObject({ created: 1, updated: 1, voided: 1 });
    expect(await company.tokenCalls()).toBeGreaterThan(exchanged);
    await untilBothSay('Up to date', 'Connected');
    expect((await accounting()).id).toBe(channelId);
    expect(await differences(before)).toEqual([]);
    expect(await notices()).toHaveLength(1);
  });

  it('J-01 J-02 B-01 is disconnected from Settings after naming all that ends; sales stay', async () => {
    expect((await readInventory(sales)).company?.name).toBe(COMPANY);
    const totals = await client().getSalesTotals({ query: {} });
    await connectionRow()
      .getByRole('button', { name: /^Disconnect/ })
      .click();
    const question = settings.getByRole('alertdialog', { name: `Disconnect ${COMPANY}?` });
    expect(
      await question.getByRole('list', { name: 'What stops' }).getByRole('listitem').allInnerTexts(),
    ).toEqual([`Syncing of the sales channel QuickBooks Online · ${COMPANY}`, 'Item sync', 'Build exports']);
    await question.getByText(/^All sales that were brought in are kept/).waitFor();
    await question.getByRole('button', { name: `Disconnect ${COMPANY}` }).click();
    await untilBothSay('Disconnected', 'Disconnected');
    expect(await client().getSalesTotals({ query: {} })).toEqual(totals);
    await sales.getByRole('table').getByText('Kestrel').first().waitFor();
    expect((await readInventory(sales)).company?.name).not.toBe(COMPANY);
  });

  it('J-03 H-04 is connected again as the same channel, which goes on', async () => {
    before = await readAmounts({ client: client(), realmId: KESTREL_REALM });
    await company.create('SalesReceipt', { ...draft, docNumber: 'AWAY-4' });
    const lastRun = (await accounting()).lastRun?.id;
    await approveInWindow(
      sales,
      channelRow(sales, COMPANY).getByRole('button', { name: /^Connect again/ }),
      COMPANY,
    );
    await expect.poll(async () => (await accounting()).lastRun?.id).not.toBe(lastRun);
    expect((await untilResumed(lastRun))?.counts).toMatchObject({ created: 1, updated: 0, voided: 0 });
    await untilBothSay('Up to date', 'Connected');
    expect((await accounting()).id).toBe(channelId);
    expect(await differences(before)).toEqual([]);
  });
});
