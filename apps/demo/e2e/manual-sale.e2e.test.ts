import type { Sale } from '@sales-channels/contract';
import { Big } from 'big.js';
import type { Locator, Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { BRIGHTWATER_REALM } from '../src/launcher/companies.ts';
import { channelRow } from './support/channel-row.ts';
import {
  connect,
  enableTracking,
  openWizard,
  startFromTheBeginning,
  untilUpToDate,
} from './support/connect-channel.ts';
import { emulatedCompany } from './support/emulator.ts';
import { readInventory } from './support/stock.ts';
import { useDemo } from './support/use-demo.ts';

const PLATE = '5';
const { demo, openPage, clientOf } = useDemo();
let page: Page;

const form = (): Locator => page.getByRole('dialog', { name: 'Create a manual sale' });
const create = (): Locator => form().getByRole('button', { name: 'Create sale' });
const runningTotal = () => form().getByRole('status', { name: 'Total' }).innerText();
const onShelf = async () =>
  (await readInventory(page)).products.find(({ itemId }) => itemId === PLATE)?.onHand ?? '';
const manualSales = async () =>
  (await clientOf('brightwater').listSales({ query: { type: 'manual_sale' } })).items;
const activeCount = async () => (await clientOf('brightwater').getSalesTotals({ query: {} })).count;

async function saved(number: string): Promise<Sale> {
  const found = (await manualSales()).filter((sale) => sale.number === number);
  expect(found).toHaveLength(1);
  return clientOf('brightwater').getSale({ params: { saleId: found[0]?.id ?? '' } });
}

async function openForm(number: string): Promise<void> {
  await page.getByRole('button', { name: 'Create sale' }).click();
  await form().getByLabel('Sale date').fill('2026-09-01');
  await form().getByLabel('Customer').fill('Walk-in');
  await form().getByLabel('Reference').fill(number);
}

async function fillLine(position: number, what: string, quantity: string, unitPrice: string): Promise<void> {
  const line = form().getByRole('group', { name: `Line ${position}`, exact: true });
  await line.getByLabel('Product or description').fill(what);
  await line.getByLabel('Quantity').fill(quantity);
  await line.getByLabel('Unit price').fill(unitPrice);
}

/** Opens a sale from the list, found by its number. */
async function openSale(number: string): Promise<Locator> {
  await page.getByLabel('Search number or customer').fill(number);
  await page.getByRole('row', { name: number }).getByRole('button').first().click();
  const detail = page.getByRole('dialog');
  await detail.getByText(number).first().waitFor();
  return detail;
}

beforeAll(async () => {
  page = await openPage('brightwater');
  await enableTracking(page);
  await openWizard(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await startFromTheBeginning(page);
  await connect(page);
  await untilUpToDate(page);
  await emulatedCompany(demo(), BRIGHTWATER_REALM).revoke();
  const row = channelRow(page, 'Brightwater Supplies LLC');
  await row.getByRole('button', { name: /^Sync now/ }).click();
  await row.getByText('Sign-in needed', { exact: true }).waitFor();
});

describe('sales entered by hand while the accounting channel needs a sign-in', () => {
  it('M-01 M-04 M-05 says what is missing, and creates nothing', async () => {
    await openForm('M-FAULTS');
    expect(await create().getAttribute('aria-disabled')).toBe('true');
    await fillLine(1, 'Plates', '0', '-1');
    await form().getByLabel('Sale date').fill('2999-01-01');
    await form().getByLabel('Notes').focus();
    await form()
      .getByText(/^Enter a number above zero/)
      .waitFor();
    await form()
      .getByText(/^Enter a number that is not negative/)
      .waitFor();
    await form().getByText('The date cannot be after today.').waitFor();
    expect(await create().getAttribute('aria-disabled')).toBe('true');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Leave' }).click();
    expect(await manualSales()).toEqual([]);
  });

  it('M-02 M-03 M-06 M-07 M-11 takes a product of the host, once for two clicks', async () => {
    const [stock, count] = [await onShelf(), await activeCount()];
    await openForm('M-PLATE');
    const what = form().getByLabel('Product or description');
    await what.click();
    await what.pressSequentially('Mounting');
    await form()
      .getByRole('option', { name: /Mounting plate.*PLT-120/ })
      .click();
    await form().getByLabel('Quantity').fill('3');
    const total = await runningTotal();
    expect(total).toContain('29.25');
    await create().evaluate((button: HTMLElement) => {
      button.click();
      button.click();
    });
    await form().waitFor({ state: 'detached' });

    const sale = await saved('M-PLATE');
    expect(sale).toMatchObject({ total: '29.25', source: 'manual', currency: 'USD' });
    expect(sale.lines).toMatchObject([{ itemId: PLATE, quantity: '3', amount: '29.25' }]);
    expect(await activeCount()).toBe(count + 1);
    const detail = await openSale('M-PLATE');
    await detail.getByText(total).first().waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('row', { name: /M-PLATE.*Manual/ }).waitFor();
    await page.getByLabel('Totals of these sales').getByText(total).waitFor();
    await expect.poll(onShelf).toBe(new Big(stock).minus(3).toFixed());
  });

  it('M-02 rounds each line half up to whole yen, before and after saving', async () => {
    await openForm('M-YEN');
    await form().getByLabel('Currency').selectOption('JPY');
    await fillLine(1, 'Rounded up', '1.5', '33');
    await form().getByRole('button', { name: 'Add line' }).click();
    await fillLine(2, 'Rounded up by itself', '0.5', '1');
    // 49.5 and 0.5: 50 when added before rounding, or rounded to even.
    expect(await runningTotal()).toMatch(/\D51$/);
    await create().click();
    await form().waitFor({ state: 'detached' });
    expect(await saved('M-YEN')).toMatchObject({ total: '51', lines: [{ amount: '50' }, { amount: '1' }] });
  });

  it('M-07 is created once although its first answer is lost', async () => {
    const answered: number[] = [];
    await page.route(/\/v1\/sales$/, async (route) => {
      if (route.request().method() !== 'POST') return route.fallback();
      // Node knows no names below localhost.
      const answer = await route.fetch({ url: `${demo().places.bff.url}/v1/sales` });
      answered.push(answer.status());
      return answered.length === 1 ? route.abort() : route.fulfill({ response: answer });
    });
    await openForm('M-LOST');
    await fillLine(1, 'Told twice', '1', '12.34');
    await create().click();
    await form().getByText('The sale may have been created').waitFor();
    expect(await form().getByLabel('Reference').inputValue()).toBe('M-LOST');
    expect(await saved('M-LOST')).toMatchObject({ total: '12.34' });
    await create().click();
    await form().waitFor({ state: 'detached' });
    await page.unrouteAll({ behavior: 'wait' });
    expect(answered).toHaveLength(2);
    expect(await saved('M-LOST')).toMatchObject({ total: '12.34', revision: 1 });
  });

  it('M-08 mentions a reference used before, and takes it', async () => {
    await openForm('M-LOST');
    await fillLine(1, 'Another one', '1', '1');
    await form()
      .getByText(/^Another manual sale has this reference/)
      .waitFor();
    await create().click();
    await form().waitFor({ state: 'detached' });
    expect((await manualSales()).filter(({ number }) => number === 'M-LOST')).toHaveLength(2);
  });

  it('M-09 can have its reference changed, and be voided with a reason: the stock comes back', async () => {
    const [stock, count] = [await onShelf(), await activeCount()];
    const detail = await openSale('M-PLATE');
    await detail.getByRole('button', { name: 'Edit' }).click();
    const editing = page.getByRole('dialog', { name: 'Edit sale' });
    await editing.getByLabel('Reference').fill('M-RENAMED');
    await editing.getByRole('button', { name: 'Save changes' }).click();
    await editing.waitFor({ state: 'detached' });
    await page.getByRole('dialog').getByText('M-RENAMED').first().waitFor();

    await page.getByRole('dialog').getByRole('button', { name: 'Void sale' }).click();
    const question = page.getByRole('alertdialog', { name: 'Void this sale?' });
    await question.getByRole('button', { name: 'Void sale' }).click();
    await question.getByText('Say why the sale is voided.').waitFor();
    expect(await saved('M-RENAMED')).toMatchObject({ state: 'active' });
    await question.getByLabel('Reason').fill('Entered by mistake');
    await question.getByRole('button', { name: 'Void sale' }).click();
    await page.getByRole('dialog').getByText('This sale is void.', { exact: false }).waitFor();
    expect(await saved('M-RENAMED')).toMatchObject({ state: 'voided', total: '29.25' });
    expect(await activeCount()).toBe(count - 1);
    await expect.poll(onShelf).toBe(new Big(stock).plus(3).toFixed());
  });
});
