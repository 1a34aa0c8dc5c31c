import type { Browser, BrowserContext, Page } from 'playwright';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { businesses } from '../../src/backend/account/businesses.ts';
import { THREE_SITES } from '../../src/launcher/places.ts';
import type { Demo } from '../../src/launcher/start-demo.ts';
import { startDemo } from '../../src/launcher/start-demo.ts';
import type { BusinessId, UserId } from './host-page.ts';
import { openHost } from './host-page.ts';
import { openBrowser } from './open-browser.ts';

/** As long as a machine that runs everything at once may need. */
const PATIENCE_MS = 60_000;

interface DemoUse {
  /** Whether QuickBooks tells of changes at once; silent unless given, so that nothing syncs but what a test asks for. */
  hasWebhooks?: boolean;
}

/**
 * The whole demo on three different sites, for the tests of one file: real server, real database, the emulator, one Chromium.
 * A test fails as well when a page it opened threw an error; what pages showed when one failed is kept as pictures.
 */
export function useDemo({ hasWebhooks = false }: DemoUse = {}) {
  let demo: Demo;
  let browser: Browser;
  let errors: string[] = [];
  const pages: Page[] = [];

  beforeAll(async () => {
    demo = await startDemo({ ports: 'free', hosts: THREE_SITES, hasWebhooks });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser?.close();
    await demo?.stop();
  });
  afterEach(async ({ task }) => {
    const seen = errors;
    errors = [];
    if (task.result?.state === 'fail') {
      const name = task.name.replaceAll(/\W+/g, '-').slice(0, 50);
      for (const [index, page] of pages.entries())
        await page.screenshot({ path: `artifacts/${name}-${index}.png`, fullPage: true }).catch(() => {});
    }
    expect(seen).toEqual([]);
  });

  return {
    demo: () => demo,
    /** A browser of its own, without cookies, at the host; as the owner of a business unless told. */
    openPage: async (business: BusinessId, path = '/sales', user: UserId = 'mara'): Promise<Page> => {
      const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
      context.setDefaultTimeout(PATIENCE_MS);
      const page = await context.newPage();
      pages.push(page);
      page.on('pageerror', (error) => errors.push(error.message));
      await openHost(page, demo.hostUrl, business, path, user);
      return page;
    },
    newContext: async (): Promise<BrowserContext> => {
      const context = await browser.newContext();
      context.setDefaultTimeout(PATIENCE_MS);
      return context;
    },
    /** The host's backend's own client. */
    clientOf: (id: BusinessId) => {
      const business = businesses.find((one) => one.id === id);
      if (!business) throw new Error(`There is no ${id}.`);
      return demo.backend.clientFor(business);
    },
  };
}
