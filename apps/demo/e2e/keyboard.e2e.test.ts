import type { Locator, Page } from 'playwright';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { KESTREL_REALM } from '../src/launcher/companies.ts';
import { channelRow } from './support/channel-row.ts';
import { emulatedCompany } from './support/emulator.ts';
import { checkFocus, pressAt, tabTo, untilFocusOn } from './support/keyboard.ts';
import { useDemo } from './support/use-demo.ts';

const COMPANY = 'Kestrel Components Inc';
const { demo, openPage } = useDemo();
let page: Page;
let dialog: Locator;
const button = (within: Page | Locator, name: string | RegExp) =>
  within.getByRole('button', { name, exact: true });
const row = () => channelRow(page, COMPANY);

/** Presses what opens a sign-in window, and signs in there. */
async function signIn(opener: Locator): Promise<void> {
  await tabTo(page, opener);
  const [popup] = await Promise.all([page.waitForEvent('popup'), page.keyboard.press('Enter')]);
  await pressAt(popup, button(popup, /^Continue to/));
  const radio = popup.getByRole('radio', { name: COMPANY });
  await tabTo(popup, popup.getByRole('radio').first());
  for (let step = 0; step < 5 && !(await radio.isChecked()); step += 1)
    await popup.keyboard.press('ArrowDown');
  await tabTo(popup, button(popup, 'Approve'));
  await Promise.all([popup.waitForEvent('close'), popup.keyboard.press('Enter')]);
}

beforeAll(async () => {
  page = await openPage('kestrel');
  dialog = page.getByRole('dialog');
});
// What a failed test left open is no reason for the next one to fail.
beforeEach(async () => {
  if ((await dialog.or(page.getByRole('alertdialog')).count()) > 0) await page.reload();
});

describe('with the keyboard alone', () => {
  it('C-10 connects a channel, from opening the wizard to Done', async () => {
    await pressAt(page, button(page, 'Turn on sales tracking'));
    await button(page, 'Connect sales channel').waitFor();
    await checkFocus(page);
    await pressAt(page, button(page, 'Connect sales channel'));
    await untilFocusOn(page, dialog.getByRole('heading', { name: /Where do your sales come from/ }));
    await signIn(button(dialog, /^Connect QuickBooks Online/));
    await untilFocusOn(page, dialog.getByRole('heading', { name: /From when/ }));

    const date = dialog.getByLabel('Initial sync date');
    await tabTo(page, date);
    await page.keyboard.press('Backspace');
    await page.keyboard.press('Enter');
    await dialog.getByText('This date does not exist').waitFor();
    await untilFocusOn(page, date);
    expect(await date.getAttribute('aria-invalid')).toBe('true');
    await pressAt(page, button(dialog, 'All'), 'Space');
    await dialog.getByText(/^About [\d,]+ sales/).waitFor();
    await pressAt(page, button(dialog, 'Connect'));
    await untilFocusOn(page, dialog.getByRole('heading', { name: /is connected/ }));
    await dialog.getByText('Your sales are in.').waitFor();
    await pressAt(page, button(dialog, 'Done'));
    await untilFocusOn(page, page.getByRole('heading', { name: 'Sales channels', exact: true }));
  });

  it('enters a sale by hand, with a product from the list', async () => {
    const opener = channelRow(page, 'Manual').getByRole('button', { name: /^Create sale/ });
    await pressAt(page, opener);
    const product = dialog.getByRole('combobox', { name: 'Product or description' }).first();
    await tabTo(page, product);
    await page.keyboard.type('a');
    await dialog.getByRole('listbox').getByRole('option').first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => product.inputValue()).not.toBe('a');
    await untilFocusOn(page, product);
    await tabTo(page, dialog.getByLabel('Quantity').first());
    await page.keyboard.type('2');
    await tabTo(page, dialog.getByLabel('Unit price').first());
    await page.keyboard.type('5');
    await pressAt(page, button(dialog, 'Add line'));
    await button(dialog, 'Remove line 2').waitFor();
    await checkFocus(page);
    await pressAt(page, button(dialog, 'Remove line 2'));
    await untilFocusOn(page, button(dialog, 'Add line'));
    await pressAt(page, button(dialog, 'Create sale'));
    await dialog.waitFor({ state: 'detached' });
    await untilFocusOn(page, opener);
  });

  it('I-01 I-03 deactivates and activates a channel', async () => {
    const more = row().getByRole('button', { name: /^More about/ });
    await pressAt(page, more);
    await pressAt(page, button(dialog, 'Deactivate channel'));
    const question = page.getByRole('alertdialog');
    await untilFocusOn(page, button(question, 'Keep it active'));
    await pressAt(page, button(question, 'Deactivate channel'));
    await row().getByText('Inactive', { exact: true }).waitFor();
    await untilFocusOn(page, more);
    await pressAt(page, row().getByRole('button', { name: /^Activate/ }));
    await untilFocusOn(page, row().getByRole('heading', { name: COMPANY }));
    await row().getByText('Up to date', { exact: true }).waitFor();
    expect(await page.getByRole('dialog').count()).toBe(0);
  });

  it('signs in again when QuickBooks asks for it', async () => {
    await emulatedCompany(demo(), KESTREL_REALM).revoke();
    await pressAt(page, row().getByRole('button', { name: /^Sync now/ }));
    const reconnect = row().getByRole('button', { name: /^Reconnect/ });
    await reconnect.waitFor();
    await untilFocusOn(page, row().getByRole('heading', { name: COMPANY }));
    await signIn(reconnect);
    await row().getByText('Up to date', { exact: true }).waitFor();
    await untilFocusOn(page, row().getByRole('heading', { name: COMPANY }));
    expect(await reconnect.count()).toBe(0);
  });

  it('notices a focus that is lost or not seen', async () => {
    const more = row().getByRole('button', { name: /^More about/ });
    await tabTo(page, more);
    await more.evaluate((element) => element.style.setProperty('outline', 'none'));
    await expect(checkFocus(page)).rejects.toThrow('cannot be seen');
    await more.evaluate((element) => element.style.removeProperty('outline'));
    await checkFocus(page);
    await more.evaluate((element) => element.blur());
    await expect(checkFocus(page)).rejects.toThrow('Nothing has the focus');
  });
});
