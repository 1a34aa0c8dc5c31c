import { expect, it } from 'vitest';
import { KESTREL_REALM } from '../src/launcher/companies.ts';
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

const { demo, openPage } = useDemo();

it('says in the wizard that the first sync failed, and why', async () => {
  const page = await openPage('kestrel');
  await enableTracking(page);
  await openWizard(page);
  await signInInWindow(page, 'Kestrel Components Inc');
  await startFromTheBeginning(page);
  await emulatedCompany(demo(), KESTREL_REALM).refuseQueries(100);
  await connect(page);
  await expect(untilUpToDate(page)).rejects.toThrow(/its first sync did not finish/);
});
