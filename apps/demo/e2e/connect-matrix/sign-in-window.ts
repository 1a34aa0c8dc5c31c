import type { AuthorizationState } from '@sales-channels/react';
import type { Page } from 'puppeteer-core';
import { expect } from 'vitest';
import type { HostPage } from './use-sign-ins.ts';
import { until, windowAt } from './use-sign-ins.ts';

/** Goes on from the BFF's page to the provider's, in whichever window shows it; `others` are there already. */
export async function goToProvider({ context, sites }: HostPage, ...others: Page[]): Promise<Page> {
  const window = await windowAt(context, `${sites.bffOrigin}/connect/start`);
  const button = await window.waitForSelector('button[value=continue]');
  await button?.click();
  const arrived = await windowAt(context, sites.providerOrigin, others);
  await arrived.waitForSelector('#approve');
  return arrived;
}

/** Signs in as far as the provider's page. */
export async function leave(host: HostPage): Promise<Page> {
  await host.click('open');
  return goToProvider(host);
}

/** Answers on the provider's page. The page acts by itself: a window may close before a click from here is over. */
export const answer = (window: Page, id: 'approve' | 'deny'): Promise<void> =>
  window.$eval(`#${id}`, (link) => void setTimeout(() => (link as HTMLElement).click()));

/** Whether the window has lost the page that opened it. */
export const isSevered = (window: Page): Promise<boolean> =>
  window.evaluate(() => globalThis.opener === null);

/** Closes the window, waits until the page has seen it, and approves in another one. Gives what the page made of the closing. */
export async function closeThenApprove(host: HostPage): Promise<AuthorizationState> {
  const popup = await leave(host);
  const address = popup.url();
  await popup.close();
  await until(async () => expect(await host.stateOf()).not.toMatchObject({ isWindowClosed: false }));
  const seen = await host.stateOf();
  const elsewhere = await host.context.newPage();
  await elsewhere.goto(address);
  await answer(elsewhere, 'approve');
  await until(async () => expect(await host.sites.connectionsOf(host.business)).toHaveLength(1));
  return seen;
}
