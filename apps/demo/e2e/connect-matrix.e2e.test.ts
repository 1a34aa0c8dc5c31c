import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { answer, closeThenApprove, goToProvider, isSevered, leave } from './connect-matrix/sign-in-window.ts';
import type { HostPage, OpenerPolicy } from './connect-matrix/use-sign-ins.ts';
import { useSignIns } from './connect-matrix/use-sign-ins.ts';

const BROWSERS = ['Chromium', 'Firefox'] as const;
const HOST_POLICIES: OpenerPolicy[] = ['', 'same-origin-allow-popups', 'same-origin'];
const PROVIDERS = ['plain', 'isolated'] as const;

const { openHost } = useSignIns(BROWSERS);

const connectionsOf = ({ sites, business }: HostPage) => sites.connectionsOf(business);

it('is written in the guide as it is tested', async () => {
  const read = (path: string) => readFile(new URL(path, import.meta.url), 'utf8');
  const guide = await read('../../../docs/guides/sign-in-windows.md');
  expect(guide).toContain(`\`\`\`ts\n${await read('./connect-matrix/page/guide.ts')}\`\`\``);
});

// Side by side, but each with one sign-in at a time: Firefox trips over windows that open while others close.
describe.concurrent.each(BROWSERS)('C-09 a sign-in in %s', (browser) => {
  const cells = HOST_POLICIES.flatMap((coop) => PROVIDERS.map((provider) => ({ coop, provider })));
  // Firefox may cut the window off, or not, where the host's policy would let it keep its opener.
  const cutsOff = (coop: OpenerPolicy, provider: string) =>
    browser === 'Firefox' && coop === 'same-origin-allow-popups' && provider === 'plain'
      ? [true, false]
      : [provider === 'isolated' || coop === 'same-origin'];

  describe.sequential.each(cells)('host "$coop", provider $provider', ({ coop, provider }) => {
    it.sequential('ends with the connection that was approved', async () => {
      const host = await openHost(browser, { coop, provider });
      const popup = await leave(host);
      const isWindowClosed = await isSevered(popup);
      expect(cutsOff(coop, provider)).toContain(isWindowClosed);
      await host.untilState({ status: 'waiting', isWindowClosed });
      await answer(popup, 'approve');
      await host.untilState({ status: 'succeeded' });
      const [connection] = await connectionsOf(host);
      expect(await host.stateOf()).toMatchObject({ connectionId: connection?.id });
      await host.context.close();
    });

    it.sequential('says that it was declined', async () => {
      const host = await openHost(browser, { coop, provider });
      const popup = await leave(host);
      await answer(popup, 'deny');
      await host.untilState({ status: 'failed', failure: { code: 'authorization_denied' } });
      expect(await connectionsOf(host)).toEqual([]);
      await host.context.close();
    });

    it.sequential('is not over when its window closes', async () => {
      const host = await openHost(browser, { coop, provider });
      expect(await closeThenApprove(host)).toMatchObject({ status: 'waiting', isWindowClosed: true });
      await host.untilState({ status: 'succeeded' });
      await host.context.close();
    });

    it.sequential('goes through the whole page where its window is blocked', async () => {
      const host = await openHost(browser, { coop, provider, isUnasked: true });
      await host.untilState({ status: 'blocked' });
      expect(await host.context.pages()).toHaveLength(1);
      await host.click('redirect');
      await answer(await goToProvider(host), 'approve');
      await host.untilReturned({ failure: null, reconnects: null });
      expect(await connectionsOf(host)).toHaveLength(1);
      expect(host.page.url()).not.toContain('sc_authorization');
      await host.context.close();
    });
  });

  it.sequential('ends well under StrictMode', async () => {
    const host = await openHost(browser, { engine: 'strict' });
    await answer(await leave(host), 'approve');
    await host.untilState({ status: 'succeeded' });
    expect(await connectionsOf(host)).toHaveLength(1);
    await host.context.close();
  });

  it.sequential('ends well as the guide has it', async () => {
    const host = await openHost(browser, { engine: 'guide' });
    await answer(await leave(host), 'approve');
    await host.untilState({ status: 'succeeded' });
    expect(await connectionsOf(host)).toHaveLength(1);
    await host.context.close();
  });

  it.sequential('is each for itself where two widgets share a page', async () => {
    const host = await openHost(browser, { widgets: ['first', 'second'] });
    const first = await leave(host);
    await host.click('open', 'second');
    const second = await goToProvider(host, first);
    await answer(second, 'deny');
    await host.untilState({ status: 'failed' }, 'second');
    expect(await host.stateOf('first')).toMatchObject({ status: 'waiting', isWindowClosed: false });
    await answer(first, 'approve');
    await host.untilState({ status: 'succeeded' }, 'first');
    expect(await host.stateOf('second')).toMatchObject({ status: 'failed' });
    await host.context.close();
  });

  describe.sequential('host in a frame of another site', () => {
    it.sequential('opens its window from there', async () => {
      const host = await openHost(browser, { isFramed: true });
      await answer(await leave(host), 'approve');
      await host.untilState({ status: 'succeeded' });
      expect(await connectionsOf(host)).toHaveLength(1);
      await host.context.close();
    });

    // An isolated page lets nothing foreign in it hold a window: one opens, empty, and the frame is told that none did.
    it.sequential('goes through the whole page where the page around it is isolated', async () => {
      const host = await openHost(browser, { isFramed: true, coop: 'same-origin' });
      await host.click('open');
      await host.untilState({ status: 'blocked' });
      await host.click('redirect');
      await answer(await goToProvider(host), 'approve');
      await host.untilReturned({ failure: null });
      expect(host.page.url()).toMatch(host.sites.hostOrigin);
      await host.context.close();
    });
  });
});
