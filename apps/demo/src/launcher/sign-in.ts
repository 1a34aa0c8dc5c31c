import { BRIGHTWATER_REALM } from './companies.ts';
import type { Page } from './http-browser.ts';
import { createHttpBrowser } from './http-browser.ts';

type HttpBrowser = ReturnType<typeof createHttpBrowser>;

/** Picks a company on the emulator's page and approves. */
export const approve = (browser: HttpBrowser, page: Page, realmId: string): Promise<Page> =>
  browser.submit(page, { realmId, decision: 'approve' });

/** Brightwater has used QuickBooks at Northwind for years: its owner signs in the way it was always done. */
export async function signInBrightwater(hostUrl: string): Promise<void> {
  const browser = createHttpBrowser();
  const page = await browser.open(`${hostUrl}/quickbooks/connect?business=brightwater`);
  const end = await approve(browser, page, BRIGHTWATER_REALM);
  if (end.status !== 200)
    throw new Error(`Brightwater could not sign in to QuickBooks: ${end.html.slice(0, 300)}`);
}
