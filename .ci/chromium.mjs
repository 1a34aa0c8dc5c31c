import { chromium as playwright } from 'playwright';
import { findProgram, locateProgram } from './browser-program.mjs';

const isRoot = process.getuid?.() === 0;

/** Where Debian's package puts it. */
export const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Switches for tests: quiet, and without the sandbox only where it cannot work. */
export const chromiumArgs = [
  ...(isRoot ? ['--no-sandbox'] : []),
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
];

/** The Chromium there is: CHROMIUM_PATH, Playwright's own, one on PATH; null for none. */
export function locateChromium(env = process.env) {
  return locateProgram(
    {
      variable: 'CHROMIUM_PATH',
      places: [playwright.executablePath()],
      names: ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'],
    },
    env,
  );
}

/** The Chromium there is, or Debian's, which is installed first. Rejects saying what to do when that is not possible. */
export function findChromium() {
  return findProgram(locateChromium, {
    packages: ['chromium', 'chromium-sandbox', 'fonts-liberation'],
    whatToDo:
      'No Chromium was found. Run "sudo apt-get install chromium", or set CHROMIUM_PATH to the program of one.',
  });
}
