import { readFileSync } from 'node:fs';
import type { Run } from '@sales-channels/contract';
import { compareWithTruth } from '../../e2e/support/compare-with-truth.ts';
import {
  connect,
  enableTracking,
  openWizard,
  signInInWindow,
  startFromTheBeginning,
  untilUpToDate,
} from '../../e2e/support/connect-channel.ts';
import { openHost } from '../../e2e/support/host-page.ts';
import { openBrowser } from '../../e2e/support/open-browser.ts';
import { businesses } from '../backend/account/businesses.ts';
import { KESTREL_REALM } from './companies.ts';
import { THREE_SITES } from './places.ts';
import type { Demo } from './start-demo.ts';
import { startDemo } from './start-demo.ts';
import { stopOnSignal } from './stop-on-signal.ts';

/** The one line that is printed. */
interface SmokeResult {
  documents: number;
  matched: number;
  /** From the start of the first run to its end. */
  seconds: number;
  /** Reads of company data from the making of the channel to the end of its first sync, as the emulator meters them. */
  providerCalls: number;
  /** The most memory the server's process ever held. */
  peakRssMiB: number;
}

/**
 * Kestrel's way in a real browser, from nothing to up to date, then every document compared. Prints one JSON line and exits
 * with 0 when each is right, else with 1.
 */
export async function runSmoke(documents: number): Promise<void> {
  const stopping = stopOnSignal();
  const say = (line: string) => console.error(line);
  try {
    const demo = await startDemo({ ports: 'free', hosts: THREE_SITES, documents, log: say });
    stopping.add(demo.stop);
    say(`Database: ${demo.engine}`);
    const browser = await openBrowser();
    stopping.add(() => browser.close());
    const page = await browser.newPage();
    await openHost(page, demo.hostUrl, 'kestrel');
    await enableTracking(page);
    await openWizard(page);
    await signInInWindow(page, 'Kestrel Components Inc');
    await startFromTheBeginning(page);
    const callsBefore = await countCalls(demo);
    await connect(page);
    say('Connected; the first sync runs.');
    await untilUpToDate(page);
    const providerCalls = (await countCalls(demo)) - callsBefore;
    await browser.close();

    const client = demo.backend.clientFor(kestrel());
    const { items } = await client.listChannels();
    const run = items.find(({ type }) => type === 'accounting')?.lastRun;
    const comparison = await compareWithTruth({
      client,
      emulatorUrl: demo.places.emulator.url,
      realmId: KESTREL_REALM,
    });
    for (const difference of comparison.differences) say(difference);
    const result: SmokeResult = {
      documents: comparison.documents,
      matched: comparison.matched,
      seconds: run ? secondsOf(run) : 0,
      providerCalls,
      peakRssMiB: readPeakMemory(demo.serverPid),
    };
    await stopping.stop();
    console.log(JSON.stringify(result));
    process.exit(comparison.differences.length === 0 && comparison.documents > 0 ? 0 : 1);
  } catch (error) {
    await stopping.stop();
    throw error;
  }
}

function kestrel() {
  const found = businesses.find(({ id }) => id === 'kestrel');
  if (!found) throw new Error('There is no Kestrel.');
  return found;
}

async function countCalls({ places }: Demo): Promise<number> {
  const response = await fetch(`${places.emulator.url}/control/counters?realm=${KESTREL_REALM}`);
  return ((await response.json()) as { metered: number }).metered;
}

const secondsOf = ({ startedAt, endedAt }: Run): number =>
  startedAt && endedAt ? (Date.parse(endedAt) - Date.parse(startedAt)) / 1000 : 0;

/** The kernel keeps the high-water mark of a process' resident memory. */
function readPeakMemory(pid: number): number {
  const [, kibibytes = '0'] = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Math.round(Number(kibibytes) / 1024);
}
