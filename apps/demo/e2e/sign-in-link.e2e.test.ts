import type { BrowserContext, Page } from 'playwright';
import { afterEach, describe, expect, it } from 'vitest';
import { enableTracking, openWizard } from './support/connect-channel.ts';
import { changePlan } from './support/account.ts';
import { useDemo } from './support/use-demo.ts';

const { openPage, newContext, clientOf } = useDemo();
let opened: BrowserContext[] = [];

afterEach(async () => {
  await Promise.all(opened.map((context) => context.close()));
  opened = [];
});

async function otherBrowser(): Promise<Page> {
  const context = await newContext();
  opened.push(context);
  return context.newPage();
}

/** Starts a sign-in and stops where `at` says; gives the window and the addresses it went through. */
async function startSignIn(page: Page) {
  await openWizard(page);
  const opening = page.waitForEvent('popup');
  const starting = page.waitForResponse((response) => response.url().endsWith('/v1/authorizations'));
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /^Connect (another )?QuickBooks Online/ })
    .click();
  const { startUrl } = (await (await starting).json()) as { startUrl: string };
  const popup = await opening;
  await popup.getByRole('button', { name: /^Continue to/ }).waitFor();
  return { popup, startUrl };
}

const nothingAttached = async () => expect((await clientOf('kestrel').listConnections()).items).toEqual([]);

describe('H-10 the link of a sign-in', () => {
  it('attaches nothing in another browser, and goes on in its own', async () => {
    const page = await openPage('kestrel');
    await enableTracking(page);
    const { popup, startUrl } = await startSignIn(page);

    // The BFF's own page, sent to somebody else.
    const victim = await otherBrowser();
    const answer = await victim.goto(startUrl);
    expect(answer?.status()).toBeGreaterThanOrEqual(400);
    expect(await victim.getByRole('button', { name: /^Continue to/ }).count()).toBe(0);

    // QuickBooks' page, sent to somebody else, who approves.
    await popup.getByRole('button', { name: /^Continue to/ }).click();
    await popup.getByRole('button', { name: 'Approve' }).waitFor();
    await victim.goto(popup.url());
    await victim.getByRole('radio', { name: /Copperfield/ }).check();
    await victim.getByRole('button', { name: 'Approve' }).click();
    await victim.waitForURL(/\/connect\/callback/);
    await victim
      .getByText(/another browser/i)
      .first()
      .waitFor();
    await nothingAttached();

    // Whoever asked is not disturbed.
    await popup.getByRole('radio', { name: /Kestrel Components/ }).check();
    await popup.getByRole('button', { name: 'Approve' }).click();
    await page.getByRole('dialog').getByLabel('Initial sync date').waitFor();
    const { items } = await clientOf('kestrel').listConnections();
    expect(items.map(({ companyName }) => companyName)).toEqual(['Kestrel Components Inc']);
  });
});

describe('C-09 a sign-in that is declined', () => {
  it('says so in the wizard and can be tried again', async () => {
    const page = await openPage('brightwater');
    await enableTracking(page);
    await changePlan(page, 'advanced');
    const { popup } = await startSignIn(page);
    await popup.getByRole('button', { name: /^Continue to/ }).click();
    await popup.getByRole('button', { name: 'Deny' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('QuickBooks Online was not connected').waitFor();
    await dialog.getByRole('button', { name: /^Connect another QuickBooks Online/ }).click({ trial: true });
    const { items } = await clientOf('brightwater').listConnections();
    expect(items.map(({ companyName }) => companyName)).toEqual(['Brightwater Supplies LLC']);
  });
});
