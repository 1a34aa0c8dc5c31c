import type { Locator, Page } from 'playwright';

/** The row of a channel, by the company or name in it. */
export const channelRow = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Sales channels', exact: true }).getByRole('listitem', { name });

/** Deactivates a channel as people do: its details, the quiet button at their end, the question. */
export async function deactivate(page: Page, name: string): Promise<void> {
  await channelRow(page, name)
    .getByRole('button', { name: /^More about/ })
    .click();
  await page.getByRole('dialog').getByRole('button', { name: 'Deactivate channel' }).click();
  const question = page.getByRole('alertdialog').or(page.getByRole('dialog')).last();
  await question.getByRole('button', { name: 'Deactivate channel' }).click();
  await channelRow(page, name).getByText('Inactive', { exact: true }).waitFor();
}
