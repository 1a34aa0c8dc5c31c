import type { BrowserContext, Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { changePlan } from './support/account.ts';
import { enableTracking, openWizard } from './support/connect-channel.ts';
import { useDemo } from './support/use-demo.ts';

const { demo, openPage, clientOf } = useDemo();

/** The wizard of Kestrel, at the step where one signs in. */
async function openKestrelWizard(prepare: (context: BrowserContext) => Promise<unknown> = async () => {}) {
  const page = await openPage('kestrel');
  const { salesTracking } = await clientOf('kestrel').getContext();
  if (!salesTracking.enabled) await enableTracking(page);
  // Room for another connection, which the later sign-ins ask for.
  await changePlan(page, 'advanced');
  await prepare(page.context());
  await page.reload();
  await openWizard(page);
  return { page, dialog: page.getByRole('dialog') };
}

const press = (page: Page) =>
  page
    .getByRole('dialog')
    .getByRole('button', { name: /^Connect (another )?QuickBooks Online/ })
    .click();

async function openWindow(page: Page): Promise<Page> {
  const opening = page.waitForEvent('popup');
  await press(page);
  return opening;
}

const goOn = (window: Page) => window.getByRole('button', { name: /^Continue to/ }).click();

async function approve(window: Page): Promise<void> {
  await window.getByRole('radio', { name: /Kestrel Components/ }).check();
  await window.getByRole('button', { name: 'Approve' }).click();
}

/** Has the host's page say that it shares nothing with the windows it opens. */
async function isolate(context: BrowserContext): Promise<void> {
  const { hostUrl, places } = demo();
  await context.route(`${hostUrl}/sales`, async (route) => {
    const answer = await fetch(`${places.host.url}/sales`, { headers: { accept: 'text/html' } });
    const headers = { 'content-type': 'text/html', 'cross-origin-opener-policy': 'same-origin' };
    await route.fulfill({ status: answer.status, headers, body: await answer.text() });
  });
  // To the browser such a page comes from nowhere, which may not ask servers on this machine.
  await context.grantPermissions(['local-network-access'], { origin: hostUrl });
}

const untilNextStep = (page: Page) => page.getByRole('dialog').getByLabel('Initial sync date').waitFor();
const companies = async () =>
  (await clientOf('kestrel').listConnections()).items.map(({ companyName }) => companyName);

describe('C-09 every way a sign-in can go', () => {
  it('is declined in its window, and nothing is connected', async () => {
    const { page, dialog } = await openKestrelWizard();
    const window = await openWindow(page);
    await goOn(window);
    await window.getByRole('button', { name: 'Deny' }).click();
    await dialog.getByText('QuickBooks Online was not connected').waitFor();
    expect(await companies()).toEqual([]);
  });

  it('is waited for after its window was closed, and ends well elsewhere', async () => {
    const { page, dialog } = await openKestrelWizard();
    const window = await openWindow(page);
    await goOn(window);
    await window.getByRole('radio', { name: /Kestrel Components/ }).waitFor();
    const address = window.url();
    await window.close();
    await dialog.getByText('Window closed: still waiting').waitFor();
    const elsewhere = await page.context().newPage();
    await elsewhere.goto(address);
    await approve(elsewhere);
    await untilNextStep(page);
    expect(await companies()).toEqual(['Kestrel Components Inc']);
  });

  it('goes through the whole page when its window is blocked, to the same end', async () => {
    const { page, dialog } = await openKestrelWizard((context) =>
      context.addInitScript(() => {
        globalThis.open = () => null;
      }),
    );
    await press(page);
    await dialog.getByText('Your browser blocked the sign-in window').waitFor();
    await dialog.getByRole('button', { name: 'Sign in on this page' }).click();
    await goOn(page);
    await approve(page);
    await untilNextStep(page);
    expect(page.url()).toBe(`${demo().hostUrl}/sales`);
    expect(await companies()).toEqual(['Kestrel Components Inc']);
  });

  it('ends well where the host is isolated from the windows it opens', async () => {
    const { page } = await openKestrelWizard(isolate);
    const window = await openWindow(page);
    await goOn(window);
    expect(await window.evaluate(() => globalThis.opener === null)).toBe(true);
    await approve(window);
    await untilNextStep(page);
    expect(await companies()).toEqual(['Kestrel Components Inc']);
  });
});
