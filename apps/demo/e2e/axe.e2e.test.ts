import type { Language } from '@sales-channels/react';
import { english } from '@sales-channels/react';
import { arabic } from '@sales-channels/react/languages/ar';
import { describe, expect, it } from 'vitest';
import { changePlan } from './support/account.ts';
import { approveInWindow } from './support/connect-channel.ts';
import { findViolations } from './support/find-violations.ts';
import type { BusinessId } from './support/host-page.ts';
import { useDemo } from './support/use-demo.ts';

const { demo, openPage } = useDemo();

/** A business whose kit speaks a language, before anything is set up; `check` tells of a screen, and lets the next one be looked at. */
async function openIn({ tag }: Language, business: BusinessId) {
  const page = await openPage(business);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.evaluate((language) => localStorage.setItem('northwind-kit-language', language), tag);
  const checked: string[] = [];
  const check = async (screen: string) => {
    expect.soft(await findViolations(page), `${screen} in ${tag}`).toEqual([]);
    checked.push(screen);
  };
  return { page, check, checked };
}

const CASES = [
  { language: english, business: 'kestrel', company: 'Kestrel Components Inc' },
  { language: arabic, business: 'brightwater', company: 'Copperfield Trading Ltd' },
] as const;

describe('every screen is free of what axe finds, light and dark', () => {
  it.each(CASES)('in $language.tag', async ({ language, business, company }) => {
    const { page, check, checked } = await openIn(language, business);
    const words = language.messages;
    const dialog = page.getByRole('dialog');
    const question = page.getByRole('alertdialog');
    const row = (name: string) =>
      page.getByRole('list', { name: words.channels.listLabel, exact: true }).getByRole('listitem', { name });
    const close = () => dialog.getByRole('button', { name: words.common.close, exact: true }).click();

    await changePlan(page, 'starter');
    await page.getByText(words.tracking.lockedTitle).first().waitFor();
    await check('locked plan');
    await changePlan(page, 'advanced');
    await page.getByRole('button', { name: words.tracking.enable }).waitFor();
    await check('tracking off');
    await page.getByRole('button', { name: words.tracking.enable }).click();
    await page.getByText(words.channels.emptyTitle).waitFor();
    await check('empty');

    await page.getByRole('button', { name: words.channels.connect }).first().click();
    await dialog.getByText(words.connectWizard.connectionTitle, { exact: true }).waitFor();
    const opener = dialog.locator('.sc-wizard-connect-provider button');
    await opener.waitFor();
    await check('wizard, source');
    await approveInWindow(page, opener, company);
    await dialog.getByRole('button', { name: words.connectWizard.presets.all, exact: true }).click();
    await dialog.getByText(/~/).waitFor();
    await check('wizard, start date');
    await dialog.getByRole('button', { name: words.connectWizard.submit, exact: true }).click();
    await dialog.getByText(words.connectWizard.syncedText).waitFor();
    await check('wizard, done');
    await dialog.getByRole('button', { name: words.connectWizard.finish, exact: true }).click();
    await page.getByRole('table').waitFor();
    await check('channels and sales');

    await row(company).locator('[aria-haspopup=dialog]').click();
    await dialog.locator('.sc-run-facts').first().waitFor();
    await check('channel details');
    await dialog.getByRole('button', { name: words.channelDetails.deactivate }).click();
    await question.waitFor();
    await check('deactivate question');
    await question.getByRole('button', { name: words.channelDetails.keepActive }).click();
    await close();

    await page.getByRole('button', { name: words.manualSale.open }).first().click();
    await dialog.getByLabel(words.manualSale.quantity).waitFor();
    await check('manual sale');
    await dialog.getByLabel(words.manualSale.quantity).fill('x');
    await dialog.getByLabel(words.manualSale.quantity).press('Enter');
    await dialog.getByText(words.manualSale.nameRequired).waitFor();
    await check('manual sale with errors');
    await dialog.getByRole('combobox', { name: words.manualSale.product }).fill('Crate');
    await page.keyboard.press('Tab');
    await dialog.getByLabel(words.manualSale.quantity).fill('1');
    await dialog.getByLabel(words.manualSale.unitPrice).fill('5');
    await dialog.getByRole('button', { name: words.manualSale.create, exact: true }).click();
    await dialog.waitFor({ state: 'detached' });
    await page.locator('tr', { hasText: words.sales.types.manual_sale }).locator('.sc-sale-open').click();
    await dialog.getByText(words.saleDetail.causes.entered).first().waitFor();
    await check('sale detail');
    await dialog.getByRole('button', { name: words.saleDetail.void }).click();
    await question.waitFor();
    await check('void question');

    await page.goto(`${demo().hostUrl}/settings/connections`);
    await page.getByRole('button', { name: words.activity.open }).waitFor();
    await page.locator('.sc-connection', { hasText: company }).waitFor();
    await check('connections');
    await page
      .locator('.sc-connection', { hasText: company })
      .getByRole('button', { name: words.connections.disconnect })
      .click();
    await question.or(dialog).first().waitFor();
    await check('disconnect question');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: words.activity.open }).click();
    await dialog.getByRole('listitem').first().waitFor();
    await check('activity');
    expect(checked).toHaveLength(16);
  });

  it('finds a picture without words, and letters that only the dark hides', async () => {
    const { page } = await openIn(english, 'kestrel');
    await page.goto(`${demo().hostUrl}/settings/connections`);
    // The lists above move the button when they come.
    await page.getByRole('button', { name: english.messages.manualSale.open }).waitFor();
    await page.locator('.sc-connection', { hasText: 'Kestrel Components Inc' }).waitFor();
    await page.getByRole('button', { name: english.messages.activity.open }).click();
    const dialog = page.getByRole('dialog');
    await dialog.waitFor();
    await dialog.evaluate((element) => {
      element.insertAdjacentHTML(
        'beforeend',
        '<img src="data:,"><p style="color: #222; background: light-dark(#fff, #333)">Hidden by the dark</p>',
      );
    });
    const found = await findViolations(page);
    expect(found.map((line) => line.slice(0, line.indexOf(':')))).toEqual([
      'light image-alt',
      'dark color-contrast',
    ]);
    expect(found[1]).toContain('Hidden by the dark');
  });
});
