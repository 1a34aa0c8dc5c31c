import type { Page } from 'playwright';

export type BusinessId = 'brightwater' | 'kestrel';

/** Opens Northwind as its owner, for a business. */
export async function openHost(
  page: Page,
  hostUrl: string,
  business: BusinessId,
  path = '/sales',
): Promise<void> {
  const { hostname } = new URL(hostUrl);
  await page
    .context()
    .addCookies([{ name: 'northwind_account', value: `${business}.mara`, domain: hostname, path: '/' }]);
  await page.goto(`${hostUrl}${path}`);
}
