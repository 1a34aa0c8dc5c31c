import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { changePlan } from './support/account.ts';
import { askApi } from './support/ask-api.ts';
import { channelRow } from './support/channel-row.ts';
import {
  connect,
  enableTracking,
  openWizard,
  signInInWindow,
  startFromTheBeginning,
  untilUpToDate,
} from './support/connect-channel.ts';
import { emulatedCompany } from './support/emulator.ts';
import { useDemo } from './support/use-demo.ts';

const COMPANIES = ['Kestrel Components Inc', 'Copperfield Trading Ltd'] as const;
const COPPERFIELD_REALM = '9341450000000003';
const { demo, openPage, clientOf } = useDemo();
let page: Page;
const accounting = async () =>
  (await clientOf('kestrel').listChannels()).items.filter(({ type }) => type === 'accounting');

beforeAll(async () => {
  page = await openPage('kestrel');
  await enableTracking(page);
  await changePlan(page, 'advanced');
  for (const company of COMPANIES) {
    await openWizard(page);
    await signInInWindow(page, company);
    await startFromTheBeginning(page);
    await connect(page);
    await untilUpToDate(page);
  }
});

describe('two channels on a plan that has room for one', () => {
  it('K-04 the newest is not in the plan; its sales stay', async () => {
    const before = await clientOf('kestrel').getSalesTotals({ query: {} });
    await changePlan(page, 'standard');
    const row = channelRow(page, COMPANIES[1]);
    await row.getByText('Not in your plan', { exact: true }).waitFor();
    await row.getByText(/The Advanced plan does/).waitFor();
    await channelRow(page, COMPANIES[0]).getByText('Up to date', { exact: true }).waitFor();

    const [first, second] = await accounting();
    expect(await askApi(page, demo(), 'POST', `/v1/channels/${second?.id}/sync`)).toMatchObject({
      status: 403,
      body: { code: 'not_in_plan', limit: 1, requiredPlan: 'Advanced' },
    });
    const all = await askApi(page, demo(), 'POST', '/v1/channels/sync');
    expect(all.body['items']).toMatchObject([
      { channelId: first?.id, problem: null },
      { channelId: second?.id, run: null, problem: { code: 'not_in_plan' } },
    ]);
    expect(await clientOf('kestrel').getSalesTotals({ query: {} })).toEqual(before);
    await page.getByRole('table').getByText('Copperfield').first().waitFor();
  });

  it('K-04 with the larger plan both sync on from where they were', async () => {
    const line = { item: '5', qty: 1, unitPrice: '10.00' };
    await emulatedCompany(demo(), COPPERFIELD_REALM).create('Invoice', {
      txnDate: '2026-09-01',
      currency: 'GBP',
      customerName: 'Later',
      docNumber: 'LATER-1',
      lines: [line],
    });
    await channelRow(page, COMPANIES[1])
      .getByRole('button', { name: /Upgrade to Advanced/ })
      .click();
    await page.getByRole('dialog').getByRole('button', { name: 'Change to Advanced' }).click();
    for (const company of COMPANIES) {
      const row = channelRow(page, company);
      await row.getByText('Up to date', { exact: true }).waitFor();
      await row.getByRole('button', { name: /^Sync now/ }).click();
    }
    // One call asks what changed; three more verify what did.
    await expect
      .poll(async () => (await accounting()).map(({ lastRun }) => lastRun))
      .toMatchObject([
        { trigger: 'manual', state: 'succeeded', counts: { created: 0 }, providerCalls: 1 },
        { trigger: 'manual', state: 'succeeded', counts: { created: 1 }, providerCalls: 4 },
      ]);
  });
});
