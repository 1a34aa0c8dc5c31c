import type { Locator, Page } from 'playwright';

const SYNC_TIMEOUT_MS = 3_600_000;

/** Turns sales tracking on, on the Sales page. */
export async function enableTracking(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Turn on sales tracking' }).click();
  await page.getByText('Sales entered by hand').waitFor();
}

export async function openWizard(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Connect sales channel' }).first().click();
  await page.getByRole('dialog').getByText('Where do your sales come from?').waitFor();
}

/** Signs in to a company in the window that the wizard opens, and waits until the wizard has gone on by itself. */
export async function signInInWindow(page: Page, company: string): Promise<void> {
  const dialog = page.getByRole('dialog');
  const popup = await approveInWindow(
    page,
    dialog.getByRole('button', { name: /^Connect (another )?QuickBooks Online/ }),
    company,
  );
  if (!popup.isClosed()) await popup.waitForEvent('close');
  await dialog.getByLabel('Initial sync date').waitFor();
}

/** Presses what opens a sign-in window, and approves a company in it. */
export async function approveInWindow(page: Page, button: Locator, company: string): Promise<Page> {
  const [popup] = await Promise.all([page.waitForEvent('popup'), button.click()]);
  await popup.getByRole('button', { name: /^Continue to/ }).click();
  await popup.getByRole('radio', { name: new RegExp(company) }).check();
  await popup.getByRole('button', { name: 'Approve' }).click();
  return popup;
}

/** Picks everything there is, and waits for the preview's count. */
export async function startFromTheBeginning(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: 'All', exact: true }).click();
  await dialog.getByText(/^About [\d,]+ sales/).waitFor();
}

export async function connect(page: Page): Promise<void> {
  await page.getByRole('dialog').getByRole('button', { name: 'Connect', exact: true }).click();
}

/**
 * Waits until the wizard says how the first sync ended, and closes it.
 * @throws Error with what the wizard says, unless every sale is in.
 */
export async function untilUpToDate(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog');
  const end = dialog.getByText(/^Your sales are in[.,]|^The channel is there, but/);
  const refusal = dialog.getByRole('alert');
  await end.or(refusal).first().waitFor({ timeout: SYNC_TIMEOUT_MS });
  if ((await dialog.getByText('Your sales are in.').count()) === 0)
    throw new Error(`The first sync did not end well. The wizard says: ${await dialog.innerText()}`);
  await dialog.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByText('Up to date').first().waitFor();
}
