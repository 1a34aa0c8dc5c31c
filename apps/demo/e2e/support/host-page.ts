import type { Page } from 'playwright';

export type BusinessId = 'brightwater' | 'kestrel';
/** The owner, somebody who sells, and somebody who may only look. */
export type UserId = 'mara' | 'ines' | 'theo';

/** Opens Northwind for a business; as its owner unless told. */
export async function openHost(
  page: Page,
  hostUrl: string,
  business: BusinessId,
  path = '/sales',
  user: UserId = 'mara',
): Promise<void> {
  const { hostname } = new URL(hostUrl);
  await page
    .context()
    .addCookies([{ name: 'northwind_account', value: `${business}.${user}`, domain: hostname, path: '/' }]);
  await page.goto(`${hostUrl}${path}`);
}
