import type { Context } from '@sales-channels/contract';
import type { Page } from 'playwright';
import { expect, it } from 'vitest';
import { askHost } from './support/ask-host.ts';
import { readInventory } from './support/stock.ts';
import { useDemo } from './support/use-demo.ts';

const { demo, openPage } = useDemo();

/** The business of the session that the host gives to the kit on a page. */
async function businessOfSession(page: Page): Promise<string> {
  const { body } = await askHost(page, '/api/sales-channels/session', 'POST');
  const answer = await fetch(`${demo().places.bff.url}/v1/context`, {
    headers: { authorization: `Bearer ${(body as { token: string }).token}` },
  });
  return ((await answer.json()) as Context).business.id;
}

it('keeps a tab at its business while another tab of the browser goes to the next one', async () => {
  const page = await openPage('brightwater', '/inventory');
  const company = page.locator('dd', { hasText: 'Brightwater Supplies LLC' });
  await company.waitFor();

  const other = await page.context().newPage();
  await other.goto(`${demo().hostUrl}/inventory`);
  await other.getByRole('combobox', { name: 'Business' }).selectOption('kestrel');
  await other.getByText('Finished goods on the shelves of Kestrel.').waitFor();

  await page.waitForResponse((answer) => answer.url().endsWith('/api/inventory') && answer.ok());
  await page.getByText('Finished goods on the shelves of Brightwater.').waitFor();
  await company.waitFor();
  expect((await readInventory(page)).company?.name).toBe('Brightwater Supplies LLC');
  expect((await readInventory(other)).company).toBeNull();
  expect(await businessOfSession(page)).toBe('brightwater');
  expect(await businessOfSession(other)).toBe('kestrel');

  await page.getByRole('link', { name: 'Sales', exact: true }).click();
  await page.getByRole('button', { name: 'Turn on sales tracking' }).click();
  await page.getByText('Sales entered by hand').waitFor();
  await other.getByRole('link', { name: 'Sales', exact: true }).click();
  await other.getByRole('button', { name: 'Turn on sales tracking' }).waitFor();
});
