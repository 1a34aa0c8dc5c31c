import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ConnectWizard, SalesTable, SyncProgress, SyncResult } from '../index.ts';
import { englishMessages } from '../messages/messages.ts';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { runOf } from '../testing/run-of.ts';
import { SALES_DAY } from '../testing/sales-screen.ts';

const close = () => {};
const parts = [
  { name: 'SalesTable', part: <SalesTable today={SALES_DAY} />, selector: '.sc-table[aria-label]' },
  {
    name: 'SyncProgress',
    part: <SyncProgress channelName="Brightwater" run={runOf()} />,
    selector: '.sc-sync',
  },
  {
    name: 'SyncResult',
    part: <SyncResult run={runOf({ state: 'succeeded' })} />,
    selector: '.sc-sync-result',
  },
  { name: 'ConnectWizard', part: <ConnectWizard open onOpenChange={close} />, selector: '.sc-wizard' },
];
const shown = (selector: string) =>
  waitFor(() => {
    const element = document.querySelector(selector);
    expect(element).not.toBeNull();
    return element;
  });

/** Words of which one in each part throws for as long as `isBroken` says so. */
function breakingMessages(isBroken: () => boolean) {
  const { sales, sync, connectWizard } = englishMessages;
  const breaking =
    <A extends unknown[]>(text: (...values: A) => string) =>
    (...values: A) => {
      if (isBroken()) throw new Error('The words of the host broke.');
      return text(...values);
    };
  return {
    sales: { saleCount: breaking(sales.saleCount) },
    sync: { progressLabel: breaking(sync.progressLabel), created: breaking(sync.created) },
    connectWizard: { stepOf: breaking(connectWizard.stepOf) },
  };
}

describe('a part of the kit by itself', () => {
  // React says on the console what a boundary caught.
  beforeEach(() => void vi.spyOn(console, 'error').mockImplementation(() => {}));
  afterEach(() => void vi.restoreAllMocks());

  it.each(parts)('has its looks from a root of its own: $name', async ({ part, selector }) => {
    renderInWorld('connected', part, { theme: 'dark' });
    expect((await shown(selector))?.closest('.sc-root')).toHaveAttribute('data-theme', 'dark');
  });

  it.each(parts)(
    'B-07 breaks in its own place, tells the host and can be tried again: $name',
    async ({ part, selector }) => {
      let isBroken = true;
      const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
      renderInWorld('connected', part, { onError, messages: breakingMessages(() => isBroken) });
      const alert = await screen.findByRole('alert');
      expect(alert).toHaveTextContent('This part of the page could not be shown');
      expect(alert.closest('.sc-root')).not.toBeNull();
      expect(onError.mock.calls.map(([error]) => error.message)).toEqual(['The words of the host broke.']);
      isBroken = false;
      await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
      expect(await shown(selector)).toBeVisible();
    },
  );

  it('leaves nothing on the page while the wizard is closed', () => {
    const { container } = renderInWorld('connected', <ConnectWizard open={false} onOpenChange={close} />);
    expect(container).toBeEmptyDOMElement();
  });
});
