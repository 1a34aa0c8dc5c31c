import type { Page } from 'playwright';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  connect,
  enableTracking,
  openWizard,
  signInInWindow,
  startFromTheBeginning,
  untilUpToDate,
} from './support/connect-channel.ts';
import { changePlan } from './support/account.ts';
import { askHost } from './support/ask-host.ts';
import { useDemo } from './support/use-demo.ts';

const { demo, openPage, clientOf } = useDemo();
let page: Page;

beforeAll(async () => {
  page = await openPage('kestrel');
  await enableTracking(page);
  await openWizard(page);
  await signInInWindow(page, 'Kestrel Components Inc');
  await startFromTheBeginning(page);
  await connect(page);
  await untilUpToDate(page);
});

/** Calls the API as the page would, with the session its host gives it. */
async function createFromPage(connectionId: string) {
  const { body } = await askHost(page, '/api/sales-channels/session', 'POST');
  return page.evaluate(
    async ([bffUrl, token, id]) => {
      const answer = await fetch(`${bffUrl}/v1/channels`, {
        method: 'POST',
        headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
        body: JSON.stringify({ type: 'accounting', connectionId: id, initialSyncDate: '2026-01-01' }),
      });
      return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
    },
    [demo().bffUrl, (body as { token: string }).token, connectionId] as const,
  );
}

describe('a second channel', () => {
  it('K-01 is not offered on the same connection, and the API names the one there is', async () => {
    const { items: connections } = await clientOf('kestrel').listConnections();
    const { items: channels } = await clientOf('kestrel').listChannels();
    await openWizard(page);
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Already has a sales channel', { exact: true }).waitFor();
    expect(await dialog.getByRole('button', { name: 'Continue' }).count()).toBe(0);
    expect(await createFromPage(connections[0]?.id ?? '')).toMatchObject({
      status: 409,
      body: { code: 'channel_exists', channelId: channels[0]?.id },
    });
  });

  it('K-03 of a second company is refused on the lower plan, naming what raises it', async () => {
    const dialog = page.getByRole('dialog');
    await dialog
      .getByText(/Your plan allows one accounting connection\. The Advanced plan allows more\./)
      .waitFor();
    expect(await dialog.getByRole('button', { name: /^Connect (another )?QuickBooks Online/ }).count()).toBe(
      0,
    );
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
  });

  it('K-02 of a second company has its own connection and channel on the higher plan; Manual is not counted', async () => {
    await changePlan(page, 'advanced');
    await openWizard(page);
    await signInInWindow(page, 'Copperfield Trading Ltd');
    await startFromTheBeginning(page);
    await connect(page);
    await untilUpToDate(page);
    const { items } = await clientOf('kestrel').listChannels();
    expect(items.map(({ type, connection }) => [type, connection?.companyName])).toEqual([
      ['accounting', 'Kestrel Components Inc'],
      ['accounting', 'Copperfield Trading Ltd'],
      ['manual', undefined],
    ]);
  });
});
