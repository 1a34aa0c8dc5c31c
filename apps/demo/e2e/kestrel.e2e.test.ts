import { expect, it } from 'vitest';
import { KESTREL_REALM } from '../src/launcher/companies.ts';
import { compareWithTruth } from './support/compare-with-truth.ts';
import {
  connect,
  enableTracking,
  openWizard,
  signInInWindow,
  startFromTheBeginning,
  untilUpToDate,
} from './support/connect-channel.ts';
import { expectStockToFollow } from './support/stock.ts';
import { useDemo } from './support/use-demo.ts';

const { demo, openPage, clientOf } = useDemo();

it('A-03, A-05, C-01, C-09 from nothing to every sale of a QuickBooks company in the host', async () => {
  const page = await openPage('kestrel');
  await enableTracking(page);
  await openWizard(page);
  await signInInWindow(page, 'Kestrel Components Inc');
  await startFromTheBeginning(page);
  await connect(page);
  await untilUpToDate(page);

  const client = clientOf('kestrel');
  const comparison = await compareWithTruth({
    client,
    emulatorUrl: demo().places.emulator.url,
    realmId: KESTREL_REALM,
  });
  expect(comparison).toEqual({ documents: 540, matched: 540, differences: [] });
  await expectStockToFollow(page, client);

  // What the page shows is what the API counts.
  const totals = await client.getSalesTotals({ query: {} });
  await page.getByText(`${totals.count} sales`).first().waitFor();
});
