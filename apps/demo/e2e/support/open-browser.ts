import type { Browser } from 'playwright';
import { chromium } from 'playwright';

interface ChromiumFinder {
  findChromium: () => Promise<string>;
  chromiumArgs: string[];
}

// Outside of this package: the one place that knows where a Chromium is, for all tests of the repository.
const finder = new URL('../../../../.ci/chromium.mjs', import.meta.url).href;

/** Starts the Chromium there is, without a window. */
export async function openBrowser(): Promise<Browser> {
  const { findChromium, chromiumArgs } = (await import(finder)) as ChromiumFinder;
  return chromium.launch({ executablePath: await findChromium(), args: chromiumArgs });
}
