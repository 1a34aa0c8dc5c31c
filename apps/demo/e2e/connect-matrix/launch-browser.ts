import type { Browser } from 'puppeteer-core';
import { launch } from 'puppeteer-core';

interface BrowserFinders {
  findChromium: () => Promise<string>;
  chromiumArgs: string[];
  findFirefox: () => Promise<string>;
}

export type BrowserName = 'Chromium' | 'Firefox';

// Outside of this package: the places that know where browsers are, for all tests of the repository.
const finders = async () => {
  const found = ['chromium', 'firefox'].map(
    (name) => import(new URL(`../../../../.ci/${name}.mjs`, import.meta.url).href),
  );
  return Object.assign({}, ...(await Promise.all(found))) as BrowserFinders;
};

/** Starts a browser without a window. Unlike those of most tests it blocks the windows nobody asked for, as browsers do. */
export async function launchBrowser(name: BrowserName): Promise<Browser> {
  const { findChromium, chromiumArgs, findFirefox } = await finders();
  if (name === 'Chromium')
    return launch({
      executablePath: await findChromium(),
      args: chromiumArgs,
      ignoreDefaultArgs: ['--disable-popup-blocking'],
    });
  return launch({
    browser: 'firefox',
    executablePath: await findFirefox(),
    extraPrefsFirefox: { 'dom.disable_open_during_load': true },
  });
}
