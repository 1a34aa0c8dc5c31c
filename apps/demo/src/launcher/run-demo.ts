import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runSelfCheck } from './self-check.ts';
import type { IntuitApp } from './start-demo.ts';
import { NoDatabaseError, startDemo } from './start-demo.ts';
import { stopOnSignal } from './stop-on-signal.ts';
import { describeDemo } from './welcome.ts';

const KEPT = fileURLToPath(new URL('../../../../.cache/demo', import.meta.url));

interface RunOptions {
  isKept: boolean;
  intuitApp: IntuitApp | undefined;
}

/** Starts the demo, checks that it works and says what to click; runs until it is stopped. */
export async function runDemo({ isKept, intuitApp }: RunOptions): Promise<void> {
  const startedAt = Date.now();
  const stopping = stopOnSignal();
  console.log('Starting a database, Sales Channels and Northwind…');
  try {
    const demo = await startDemo({
      ports: 'fixed',
      log: (line) => console.error(line),
      ...(intuitApp && { intuitApp }),
      ...(isKept && { keepIn: join(KEPT, intuitApp?.environment ?? 'emulator') }),
    });
    stopping.add(demo.stop);
    console.log(`Database: ${demo.engine}`);
    if (!intuitApp) {
      const check = await runSelfCheck(demo);
      console.log(
        `Self-check: imported ${count(check.matched)} of ${count(check.documents)} sales, ${check.providerCalls} provider calls`,
      );
      if (check.differences.length > 0) throw new Error(check.differences.join('\n'));
    }
    console.log(describeDemo(demo, { isKept, intuitApp, seconds: (Date.now() - startedAt) / 1000 }));
  } catch (error) {
    await stopping.stop();
    if (!(error instanceof NoDatabaseError)) throw error;
    throw new Error(`${error.message}\nThe same pages run without a database: npm run demo:mock`, {
      cause: error,
    });
  }
}

const count = (value: number): string => value.toLocaleString('en-US');
