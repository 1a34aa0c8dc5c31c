import type { Page, Response } from 'playwright';
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
});

const isPost = (answer: Response) => answer.request().method() === 'POST';
const runs = async () => {
  const { items } = await clientOf('brightwater').listChannels();
  const id = items.find(({ type }) => type === 'accounting')?.id ?? '';
  return (await clientOf('brightwater').listRuns({ params: { channelId: id }, query: {} })).items;
};

describe('two people in two browsers', () => {
  it('E-05 E-04 press Sync now together: one sync, seen by both', async () => {
    const before = (await runs()).length;
    // Two clicks in two browsers are never at the very same moment, and further apart on a busy machine.
    await emulatedCompany(demo(), REALM).delayChanges(8);
    const buttons = await Promise.all(
      [mara, ines].map((page) =>
        channelRow(page, COMPANY)
          .getByRole('button', { name: /^Sync now/ })
          .elementHandle(),
      ),
    );
    const answers = [mara, ines].map((page) =>
      page.waitForResponse((answer) => /\/v1\/channels\/\w+\/sync$/.test(answer.url()) && isPost(answer)),
    );
    await Promise.all(
      buttons.map((button) => button?.evaluate((element) => (element as HTMLElement).click())),
    );
    const statuses = (await Promise.all(answers)).map((answer) => String(answer.status()));
    expect(statuses.toSorted()).toEqual(['202', '409']);
    await expect.poll(async () => (await runs())[0]?.state).toBe('succeeded');
    expect((await runs()).length).toBe(before + 1);
    for (const page of [mara, ines])
      await channelRow(page, COMPANY)
        .getByText(/^0\screated/)
        .waitFor();
  });

  it('B-01 I-02 one deactivates, and the other sees it without a reload', async () => {
    await ines.evaluate(() => Object.assign(globalThis, { isTheSamePage: true }));
    await deactivate(mara, COMPANY);
    await channelRow(ines, COMPANY).getByText('Inactive', { exact: true }).waitFor();
    expect(
      await channelRow(ines, COMPANY)
        .getByRole('button', { name: /^Sync now/ })
        .count(),
    ).toBe(0);
    expect(await ines.evaluate(() => 'isTheSamePage' in globalThis)).toBe(true);
  });
});
