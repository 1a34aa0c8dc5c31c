import type { Page } from 'puppeteer-core';
import type { HostPage } from './use-sign-ins.ts';
import { windowAt } from './use-sign-ins.ts';

/** Goes on from the BFF's page to the provider's, in whichever window shows it; `others` are there already. */
export async function goToProvider({ context, sites }: HostPage, ...others: Page[]): Promise<Page> {
  const window = await windowAt(context, `${sites.bffOrigin}/connect/start`);
  const button = await window.waitForSelector('button[value=continue]');
  await button?.click();
  const arrived = await windowAt(context, sites.providerOrigin, others);
  await arrived.waitForSelector('#approve');
  return arrived;
}

/** Answers on the provider's page. The page acts by itself: a window may close before a click from here is over. */
export const answer = (window: Page, id: 'approve' | 'deny'): Promise<void> =>
  window.$eval(`#${id}`, (link) => void setTimeout(() => (link as HTMLElement).click()));

/** Whether the window has lost the page that opened it. */
export const isSevered = (window: Page): Promise<boolean> =>
  window.evaluate(() => globalThis.opener === null);
