import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { HostPage } from './use-sign-ins.ts';
import { until, windowAt } from './use-sign-ins.ts';

/** What a window would say to have the page believe that its sign-in ended well. */
export const signalOf = (authorizationId: string) => ({
  type: 'sales-channels:authorization',
  authorizationId,
  status: 'succeeded',
  connectionId: 'forged',
});

/** Says it to the page that opened the window, whatever origin that has. */
export const tellOpener = (window: Page, message: object): Promise<void> =>
  window.evaluate((message) => {
    if (!globalThis.opener) throw new Error('Nobody could hear it.');
    (globalThis.opener as typeof globalThis).postMessage(message, '*');
  }, message);

/** A page, the window of its first widget and that window's sign-in. */
export interface OpenedHost {
  host: HostPage;
  popup: Page;
  authorizationId: string;
}

/** Messages that a widget must not take notice of, each as it could really come. */
export const forgeries: Record<string, (opened: OpenedHost) => Promise<void>> = {
  'its window at an origin that looks alike': async ({ host, popup, authorizationId }) => {
    const { port } = new URL(host.sites.portalOrigin);
    const address = `http://bff.localhost.portal.localhost:${port}/?frame=about:blank`;
    // The page itself goes there: where the browser is told to, it cuts the window off.
    await popup.evaluate((address) => void setTimeout(() => location.assign(address)), address);
    const lookalike = await windowAt(host.context, address);
    await lookalike.waitForSelector('iframe');
    await tellOpener(lookalike, signalOf(authorizationId));
  },
  'the window of another widget': async ({ host, popup, authorizationId }) => {
    await host.click('open', 'second');
    await tellOpener(await ownPage(host, popup), signalOf(authorizationId));
  },
  'its window about another sign-in': ({ popup }) => tellOpener(popup, signalOf('0123456789abcdef01234567')),
};

/** The window that shows the BFF's own page, when it has. */
export async function ownPage({ context, sites }: HostPage, ...others: Page[]): Promise<Page> {
  const window = await windowAt(context, `${sites.bffOrigin}/connect/start`, others);
  await window.waitForSelector('button[value=continue]');
  return window;
}

/**
 * Whether a widget takes notice of what `say` says within some milliseconds: its state changes, or it asks the server sooner than
 * usual.
 */
export async function isHeard(
  { stateOf, isHurried, hurriesOf }: HostPage,
  say: () => Promise<void>,
  { widget = 'first', within }: { widget?: string; within: number },
): Promise<boolean> {
  await until(async () => expect(await isHurried(widget)).toBe(false));
  const [state, hurries] = [await stateOf(widget), await hurriesOf(widget)];
  await say();
  for (const end = Date.now() + within; Date.now() < end; await delay(100)) {
    if ((await hurriesOf(widget)) > hurries || !isEqual(await stateOf(widget), state)) return true;
  }
  return false;
}

const isEqual = (one: object, other: object): boolean => JSON.stringify(one) === JSON.stringify(other);
