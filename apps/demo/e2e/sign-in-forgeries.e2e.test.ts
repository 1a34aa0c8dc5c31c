import { describe, expect, it } from 'vitest';
import type { OpenedHost } from './connect-matrix/forgeries.ts';
import { forgeries, isHeard, ownPage, signalOf, tellOpener } from './connect-matrix/forgeries.ts';
import { answer, closeThenApprove, leave } from './connect-matrix/sign-in-window.ts';
import type { HostPage } from './connect-matrix/use-sign-ins.ts';
import { until, useSignIns } from './connect-matrix/use-sign-ins.ts';

const BROWSERS = ['Chromium', 'Firefox'] as const;
const { openHost } = useSignIns(BROWSERS);

/** What must not be heard has had its time by then. */
const SILENCE = { within: 3_000 };
/** What must be heard may need as long on a busy machine. */
const PATIENCE = { within: 30_000 };

/** A page of two widgets, the first with a window that has stopped at the BFF's own page. */
async function openAt(
  browser: (typeof BROWSERS)[number],
  engine: 'kit' | 'trusting' = 'kit',
): Promise<OpenedHost> {
  const host = await openHost(browser, { engine, widgets: ['first', 'second'] });
  await host.click('open');
  const popup = await ownPage(host);
  return { host, popup, authorizationId: await host.authorizationOf('first') };
}

// Side by side, but each with one sign-in at a time: Firefox trips over windows that open while others close.
describe.concurrent.each(BROWSERS)('C-09 a sign-in in %s', (browser) => {
  describe.sequential.each(Object.entries(forgeries))('a message of %s', (_, forge) => {
    it.sequential('is not taken', async () => {
      const opened = await openAt(browser);
      expect(await isHeard(opened.host, () => forge(opened), SILENCE)).toBe(false);
      expect(await opened.host.stateOf()).toMatchObject({ status: 'waiting' });
      await opened.host.context.close();
    });

    it.sequential('is taken by an engine that does not check', async () => {
      const opened = await openAt(browser, 'trusting');
      expect(await isHeard(opened.host, () => forge(opened), PATIENCE)).toBe(true);
      await opened.host.context.close();
    });
  });

  it.sequential('hears its own window, and believes the server all the same', async () => {
    const { host, popup, authorizationId } = await openAt(browser);
    expect(await isHeard(host, () => tellOpener(popup, signalOf(authorizationId)), PATIENCE)).toBe(true);
    expect(await host.stateOf()).toMatchObject({ status: 'waiting' });
    await host.context.close();
  });

  it.sequential("does not hear what is said of the other widget's sign-in", async () => {
    const { host, popup } = await openAt(browser);
    await host.click('open', 'second');
    const second = await ownPage(host, popup);
    const say = async () => tellOpener(second, signalOf(await host.authorizationOf('second')));
    expect(await isHeard(host, say, { ...SILENCE, widget: 'first' })).toBe(false);
    expect(await isHeard(host, say, { ...PATIENCE, widget: 'second' })).toBe(true);
    await host.context.close();
  });

  it.sequential('H-10 answers the address of the way back once', async () => {
    const host = await openHost(browser);
    const popup = await leave(host);
    const back = await popup.$eval('#approve', (link) => (link as HTMLAnchorElement).href);
    await answer(popup, 'approve');
    await host.untilState({ status: 'succeeded' });
    const code = new URL(back).searchParams.get('code');
    const exchanges = () => host.sites.exchanged.filter((one) => one === code);
    const before = await host.sites.connectionsOf(host.business);
    expect(exchanges()).toHaveLength(1);
    const again = await host.context.newPage();
    const refusal = await again.goto(back);
    expect(refusal?.status()).toBeGreaterThanOrEqual(400);
    expect(exchanges()).toHaveLength(1);
    expect(await host.sites.connectionsOf(host.business)).toEqual(before);
    await host.context.close();
  });

  it.sequential('would be lost by an engine for which a closed window is an answer', async () => {
    const host = await openHost(browser, { engine: 'trusting' });
    expect(await closeThenApprove(host)).toEqual({ status: 'idle' });
    expect(await host.stateOf()).toEqual({ status: 'idle' });
    await host.context.close();
  });

  it.sequential('would be lost by it also where the provider cuts the window off', async () => {
    const host = await openHost(browser, { engine: 'trusting', provider: 'isolated' });
    await answer(await leave(host), 'approve');
    await untilConnected(host);
    expect(await host.stateOf()).toEqual({ status: 'idle' });
    await host.context.close();
  });
});

const untilConnected = ({ sites, business }: HostPage) =>
  until(async () => expect(await sites.connectionsOf(business)).toHaveLength(1));
