import { randomUUID } from 'node:crypto';
import type { AuthorizationState, ResumedAuthorization } from '@sales-channels/react';
import type { Browser, BrowserContext, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, vi } from 'vitest';
import type { BrowserName } from './launch-browser.ts';
import { launchBrowser } from './launch-browser.ts';
import type { ProviderId } from './provider.ts';
import type { Sites } from './start-sites.ts';
import { startSites } from './start-sites.ts';

export type OpenerPolicy = '' | 'same-origin-allow-popups' | 'same-origin';

interface PageOptions {
  provider?: ProviderId;
  /** The host's opener policy; of the page around it where it is framed. */
  coop?: OpenerPolicy;
  engine?: 'kit' | 'strict' | 'guide' | 'trusting';
  /** Shows the host inside a page of another site. */
  isFramed?: boolean;
  /** Has the page ask for a window that nobody clicked for. */
  isUnasked?: boolean;
  widgets?: string[];
}

export type HostPage = Awaited<ReturnType<ReturnType<typeof useSignIns>['openHost']>>;

/** As long as a machine that runs everything at once may need. */
const PATIENCE_MS = 30_000;

/** Waits until what is asserted holds. */
export const until = (assertion: () => Promise<void>) =>
  vi.waitFor(assertion, { timeout: PATIENCE_MS, interval: 50 });

/** Waits for a window of the browser, none of `others`, that shows an address. */
export async function windowAt(
  context: BrowserContext,
  address: string,
  others: readonly Page[] = [],
): Promise<Page> {
  return vi.waitFor(
    async () => {
      const pages = await context.pages();
      const found = pages.find((page) => page.url().startsWith(address) && !others.includes(page));
      if (!found) throw new Error(`No window shows ${address}.`);
      return found;
    },
    { timeout: PATIENCE_MS, interval: 50 },
  );
}

/** Real browsers, and the sites of a sign-in, for the tests of one file. */
export function useSignIns(names: readonly BrowserName[]) {
  const browsers = new Map<BrowserName, Browser>();
  let sites: Sites;
  beforeAll(async () => {
    const [started] = await Promise.all([
      startSites(),
      ...names.map(async (name) => browsers.set(name, await launchBrowser(name))),
    ]);
    sites = started;
  });
  afterAll(async () => {
    await Promise.all([...browsers.values()].map((browser) => browser.close()));
    await sites?.stop();
  });

  /** The host's page in a browser of its own: no cookies, a business nobody else has. */
  async function openHost(name: BrowserName, options: PageOptions = {}) {
    const {
      provider = 'plain',
      coop = '',
      engine = 'kit',
      widgets = ['first'],
      isFramed,
      isUnasked,
    } = options;
    const browser = browsers.get(name);
    if (!browser) throw new Error(`${name} was not started.`);
    const context = await browser.createBrowserContext();
    const business = randomUUID();
    const query = {
      business,
      provider,
      engine,
      widgets: widgets.join(','),
      ...(isUnasked && { unasked: '' }),
    };
    const address = (origin: string, own: Record<string, string>) =>
      `${origin}/?${new URLSearchParams(own).toString()}`;
    const page = await context.newPage();
    const frame = address(sites.hostOrigin, query);
    await page.goto(
      isFramed ? address(sites.portalOrigin, { coop, frame }) : address(sites.hostOrigin, { ...query, coop }),
    );
    const hostFrame = () => {
      const found = page.frames().find((one) => one.url().startsWith(sites.hostOrigin));
      if (!found) throw new Error('The host is not shown.');
      return found;
    };
    await until(async () => expect(await hostFrame().$('output')).not.toBeNull());
    return { sites, context, page, hostFrame, business, ...widgetsOf(hostFrame) };
  }

  return {
    sites: () => sites,
    openHost,
  };
}

/** Clicks where the button is seen: Firefox has no click on an element of another site's frame. */
async function clickIn(frame: Frame, selector: string): Promise<void> {
  await frame.waitForSelector(selector);
  const middle = await frame.$eval(selector, (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x: x + width / 2, y: y + height / 2 };
  });
  const page = frame.page();
  const offset =
    frame === page.mainFrame()
      ? { x: 0, y: 0 }
      : await page.$eval('iframe', (element) => {
          const { x, y } = element.getBoundingClientRect();
          return { x: x + element.clientLeft, y: y + element.clientTop };
        });
  await page.mouse.click(offset.x + middle.x, offset.y + middle.y);
}

/** What a page under test shows of its widgets. */
function widgetsOf(hostFrame: () => Frame) {
  const stateOf = async (widget = 'first'): Promise<AuthorizationState> => {
    const text = await hostFrame().$eval(`#${widget} output`, (element) => element.textContent);
    return JSON.parse(text ?? '') as AuthorizationState;
  };
  const noteOf = (name: string, widget = 'first') =>
    hostFrame().$eval(`#${widget}`, (element, name) => (element as HTMLElement).dataset[name] ?? '', name);
  return {
    stateOf,
    click: async (className: 'open' | 'redirect', widget = 'first') => {
      await clickIn(hostFrame(), `#${widget} .${className}`);
    },
    untilState: (expected: object, widget?: string) =>
      until(async () => expect(await stateOf(widget)).toMatchObject(expected)),
    authorizationOf: (widget?: string) => noteOf('authorization', widget),
    isHurried: async (widget?: string) => (await noteOf('hurried', widget)) === 'true',
    hurriesOf: async (widget?: string) => Number(await noteOf('hurries', widget)),
    untilReturned: (expected: Partial<ResumedAuthorization>) =>
      until(async () => expect(JSON.parse(await noteOf('returned'))).toMatchObject(expected)),
  };
}
