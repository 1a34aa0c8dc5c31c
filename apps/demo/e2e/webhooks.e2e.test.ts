import type { Page } from 'playwright';
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
import { expectStockToFollow } from './support/stock.ts';
import { useDemo } from './support/use-demo.ts';

const { demo, openPage, clientOf } = useDemo({ hasWebhooks: true });
const client = () => clientOf('brightwater');
let page: Page;
let company: ReturnType<typeof emulatedCompany>;

beforeAll(async () => {
  page = await openPage('brightwater');
  company = emulatedCompany(demo(), BRIGHTWATER_REALM);
  await enableTracking(page);
  await openWizard(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await startFromTheBeginning(page);
  await connect(page);
  await untilUpToDate(page);
});

async function channelId(): Promise<string> {
  const channel = (await client().listChannels()).items.find(({ type }) => type === 'accounting');
  return channel?.id ?? '';
}
const runs = async () =>
  (await client().listRuns({ params: { channelId: await channelId() }, query: {} })).items;

describe('what happens in QuickBooks while the Sales page is open', () => {
  const line = { item: '5', qty: 3, unitPrice: '12.50' };
  const sale = { txnDate: '2026-09-01', currency: 'USD', customerName: 'Journey & Sons', lines: [line] };

  it('E-14 shows within seconds, and nobody has pressed anything', { timeout: 120_000 }, async () => {
    await page.getByLabel('Search number or customer').fill('Journey');
    const { id } = await company.create('Invoice', { ...sale, docNumber: 'J-TOLD' });
    await page.getByRole('row', { name: /J-TOLD.*37\.50/ }).waitFor({ timeout: 60_000 });

    await company.edit('Invoice', id, { lines: [{ ...line, qty: 7 }] });
    await page.getByRole('row', { name: /J-TOLD.*87\.50/ }).waitFor({ timeout: 60_000 });
    await company.void('Invoice', id);
    await page.getByRole('row', { name: /J-TOLD.*Void/ }).waitFor({ timeout: 60_000 });

    await channelRow(page, 'Brightwater Supplies LLC').getByText('Up to date', { exact: true }).waitFor();
    const [last, ...earlier] = await runs();
    expect(last).toMatchObject({
      trigger: 'webhook',
      requestedBy: null,
      counts: { voided: 1 },
    });
    expect(earlier.at(-1)?.trigger).toBe('connected');
    expect(new Set(earlier.slice(0, -1).map(({ trigger }) => trigger))).toEqual(new Set(['webhook']));
    await expectStockToFollow(page, client());
  });

  it('E-14 plans the next sync for when nothing happens, six hours later or so', async () => {
    const { nextSyncAt } = await client().getChannel({ params: { channelId: await channelId() } });
    const hours = (Date.parse(nextSyncAt ?? '') - Date.now()) / 3_600_000;
    expect(hours).toBeGreaterThan(5.3);
    expect(hours).toBeLessThan(6.7);
  });
});
