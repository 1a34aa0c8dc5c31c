import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import { channelRow, deactivate } from './support/channel-row.ts';
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
const REALM = '9341450000000001';
const { demo, openPage, clientOf } = useDemo();
let mara: Page;
let ines: Page;

beforeAll(async () => {
  mara = await openPage('brightwater');
  await enableTracking(mara);
  await openWizard(mara);
  await mara.getByRole('dialog').getByRole('button', { name: 'Continue' }).click();
  await startFromTheBeginning(mara);
  await connect(mara);
  await untilUpToDate(mara);
  ines = await openPage('brightwater', '/sales', 'ines');
  await channelRow(ines, COMPANY).getByText('Up to date', { exact: true }).waitFor();
}, 120_000);

const runs = async () => {
  const { items } = await clientOf('brightwater').listChannels();
  const id = items.find(({ type }) => type === 'accounting')?.id ?? '';
  return (await clientOf('brightwater').listRuns({ params: { channelId: id }, query: {} })).items;
};

describe('two people in two browsers', () => {
  it('E-05 E-04 press Sync now together: one sync, seen by both', { timeout: 60_000 }, async () => {
    const before = (await runs()).length;
    // Two clicks in two browsers are never at the very same moment.
    await emulatedCompany(demo(), REALM).delayChanges(3);
    const press = (page: Page) =>
      channelRow(page, COMPANY)
        .getByRole('button', { name: /^Sync now/ })
        .click();
    await Promise.all([press(mara), press(ines)]);
    await expect.poll(async () => (await runs())[0]?.state, { timeout: 20_000 }).toBe('succeeded');
    expect((await runs()).length).toBe(before + 1);
    for (const page of [mara, ines])
      await channelRow(page, COMPANY)
        .getByText(/^0\screated/)
        .waitFor();
  });

  it('B-01 I-02 one deactivates, and the other sees it without a reload', { timeout: 60_000 }, async () => {
    await ines.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }));
    await deactivate(mara, COMPANY);
    await channelRow(ines, COMPANY).getByText('Inactive', { exact: true }).waitFor({ timeout: 30_000 });
    expect(
      await channelRow(ines, COMPANY)
        .getByRole('button', { name: /^Sync now/ })
        .count(),
    ).toBe(0);
    expect(await ines.evaluate(() => 'isTheSamePage' in globalThis)).toBe(true);
  });
});
