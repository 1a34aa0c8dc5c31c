import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { BRIGHTWATER_REALM } from '../src/launcher/companies.ts';
import { askApi } from './support/ask-api.ts';
import { channelRow, deactivate } from './support/channel-row.ts';
import { compareWithTruth, readAmounts } from './support/compare-with-truth.ts';
import {
  connect,
  enableTracking,
  openWizard,
  startFromTheBeginning,
  untilUpToDate,
} from './support/connect-channel.ts';
import { emulatedCompany } from './support/emulator.ts';
import { useDemo } from './support/use-demo.ts';

const COMPANY = 'Brightwater Supplies LLC';
const { demo, openPage, clientOf } = useDemo();
let page: Page;
let company: ReturnType<typeof emulatedCompany>;
const accounting = async () => {
  const { items } = await clientOf('brightwater').listChannels();
  const found = items.find(({ type }) => type === 'accounting');
  if (!found) throw new Error('There is no accounting channel.');
  return found;
};

beforeAll(async () => {
  company = emulatedCompany(demo(), BRIGHTWATER_REALM);
  page = await openPage('brightwater');
  await enableTracking(page);
  await openWizard(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await startFromTheBeginning(page);
  await connect(page);
  await untilUpToDate(page);
});

describe('a channel that is deactivated and activated again', () => {
  it('I-01 I-02 cannot be synced by anybody, and keeps its sales', async () => {
    const before = await clientOf('brightwater').getSalesTotals({ query: {} });
    const [newest] = (
      await clientOf('brightwater').listSales({ query: { type: 'invoice', state: 'active', limit: 1 } })
    ).items;
    const deleted = await clientOf('brightwater').getSale({ params: { saleId: newest?.id ?? '' } });
    await deactivate(page, COMPANY);
    const line = { item: '5', qty: 2, unitPrice: '10.00' };
    const draft = { txnDate: '2026-09-01', currency: 'USD', customerName: 'While away', lines: [line] };
    const { metered } = await company.counters();
    await company.create('Invoice', { ...draft, docNumber: 'AWAY-1' });
    await company.create('SalesReceipt', { ...draft, docNumber: 'AWAY-2' });
    await company.delete('Invoice', deleted.externalId ?? '');

    const { id } = await accounting();
    expect(
      await channelRow(page, COMPANY)
        .getByRole('button', { name: /Sync now/ })
        .count(),
    ).toBe(0);
    expect(await askApi(page, demo(), 'POST', `/v1/channels/${id}/sync`)).toMatchObject({
      status: 409,
      body: { code: 'channel_inactive' },
    });
    expect(await askApi(page, demo(), 'POST', '/v1/channels/sync')).toMatchObject({
      status: 202,
      body: { items: [] },
    });
    expect((await company.counters()).metered).toBe(metered);
    expect(await clientOf('brightwater').getSalesTotals({ query: {} })).toEqual(before);
    await page.getByRole('table').getByText('Brightwater').first().waitFor();
  });

  it('I-03 I-04 goes on where it was: what was made and deleted meanwhile arrives', async () => {
    const before = await readAmounts({ client: clientOf('brightwater'), realmId: BRIGHTWATER_REALM });
    await channelRow(page, COMPANY)
      .getByRole('button', { name: /^Activate/ })
      .click();
    await expect
      .poll(async () => (await accounting()).lastRun)
      .toMatchObject({
        trigger: 'reactivation',
        state: 'succeeded',
        requestedBy: { name: 'Mara Lindqvist' },
        counts: { created: 2, voided: 1, errors: 0 },
        // What changed is asked once, and how many there are of each kind to verify it.
        providerCalls: 4,
      });
    await channelRow(page, COMPANY).getByText('Up to date', { exact: true }).waitFor();
    expect(
      (
        await compareWithTruth({
          client: clientOf('brightwater'),
          emulatorUrl: demo().places.emulator.url,
          realmId: BRIGHTWATER_REALM,
          before,
        })
      ).differences,
    ).toEqual([]);
    await page.getByLabel('Search number or customer').fill('AWAY-');
    await page.getByRole('row', { name: /AWAY-1/ }).waitFor();
    await page.getByRole('row', { name: /AWAY-2/ }).waitFor();
  });
});
