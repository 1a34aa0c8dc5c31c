import type { SalesChannelsEvents } from '../provider/events.ts';
import { createProblem } from '@sales-channels/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { noteReconnect } from '../authorization-window/authorization-return.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SalesChannels } from './sales-channels.tsx';

const row = () => screen.findByRole('listitem', { name: /QuickBooks/ });

describe('what a row says is wrong', () => {
  afterEach(() => vi.restoreAllMocks());

  it('H-01 H-07 shows when and why a sync failed beside the last successful one', async () => {
    renderInWorld('failed', <SalesChannels />);
    const channel = await row();
    expect(channel).toHaveTextContent(/synced 2 hr\. ago/);
    expect(channel).toHaveTextContent(
      /The sync failed 2 min\. ago\..*QuickBooks Online is busy\. Try again later\./,
    );
    expect(channel).toHaveTextContent('Sync failed');
  });

  it('H-07 reads out what is wrong without how long ago, which would be read again each minute', async () => {
    renderInWorld('failed', <SalesChannels />);
    const channel = await row();
    const live = [...channel.querySelectorAll('[aria-live], [role="status"], output')];
    expect(live.map((region) => region.textContent)).toContain('QuickBooks Online is busy. Try again later.');
    for (const region of live) expect(region).not.toHaveTextContent('ago');
  });

  it('H-02 gives the absolute time with its zone to hovering and to the keyboard', async () => {
    renderInWorld('connected', <SalesChannels />);
    const time = within(await row()).getByText(/synced 2 hr\. ago/);
    expect(time.title).toMatch(/20\d\d.*\d:\d\d:\d\d.*(UTC|GMT|[A-Z]{3})/);
    expect(time).toHaveAccessibleDescription(time.title);
    expect(time.tabIndex).toBe(0);
  });

  it('E-10 lists the documents that could not be imported', async () => {
    renderInWorld('completedWithErrors', <SalesChannels />);
    const channel = await row();
    expect(channel).toHaveTextContent('Synced with errors');
    expect(channel).toHaveTextContent('2 errors');
    expect(channel).toHaveTextContent('5217: The line amounts do not add up to the subtotal.');
    expect(channel).toHaveTextContent('No number: The line amounts');
  });

  it('H-03 P-05 asks for a new sign-in in the row, and tells the host once', async () => {
    const onReconnectRequired = vi.fn<NonNullable<SalesChannelsEvents['onReconnectRequired']>>();
    renderInWorld('reconnectRequired', <SalesChannels />, { onReconnectRequired });
    const channel = await row();
    expect(channel).toHaveTextContent('QuickBooks Online needs you to sign in again.');
    expect(within(channel).getByRole('button', { name: /^Reconnect.*opens a new window/ })).toBeEnabled();
    expect(within(channel).queryByRole('button', { name: /Sync now/ })).toBeNull();
    expect(onReconnectRequired).toHaveBeenCalledTimes(1);
  });

  it('H-04 opens the sign-in for the same connection straight from the click', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(null);
    renderInWorld('reconnectRequired', <SalesChannels />);
    const channel = await row();
    await userEvent.click(within(channel).getByRole('button', { name: /^Reconnect/ }));
    expect(open).toHaveBeenCalledTimes(1);
    expect(within(channel).getByRole('button', { name: /^Reconnect/ })).toHaveFocus();
    expect(channel).toHaveTextContent('Your browser blocked the sign-in window');
    expect(within(channel).getByRole('button', { name: 'Sign in on this page' })).toBeEnabled();
  });

  it('H-04 C-10 reads out that it works again and gives the focus to the row, once signed in', async () => {
    const popup = { closed: false, close: () => {}, focus: () => {} };
    vi.spyOn(window, 'open').mockReturnValue(popup as unknown as Window);
    const { world } = renderInWorld('reconnectRequired', <SalesChannels />);
    const channel = await row();
    await userEvent.click(within(channel).getByRole('button', { name: /^Reconnect/ }));
    await within(channel).findByText(/in the window that opened/);
    world.finishAuthorization(world.authorizations.at(-1)?.id ?? '', 'approved');
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(within(channel).getByRole('heading')).toHaveFocus());
    expect(within(channel).queryByRole('button', { name: /^Reconnect/ })).toBeNull();
    expect(within(channel).getByText(/^QuickBooks Online · .*: Syncing$/)).toHaveRole('status');
  });

  it('H-04 C-09 says at the row why a sign-in in the whole page failed, with no wizard', async () => {
    window.history.replaceState(null, '', '/sales?sc_authorization=aut_back');
    renderInWorld('reconnectRequired', <SalesChannels />, {
      prepare: (world) => {
        const reconnects = world.connections[0]?.id ?? '';
        noteReconnect(window, 'aut_back', reconnects);
        world.authorizations.push({
          id: 'aut_back',
          status: 'failed',
          connectionId: null,
          problem: createProblem('company_mismatch'),
          expiresAt: new Date(Date.now() + 60_000).toISOString(),
          startedAtMs: Date.now(),
          reconnects,
        });
      },
    });
    const channel = await row();
    expect(await within(channel).findByRole('alert')).toHaveTextContent(
      /QuickBooks Online was not connected.*Another company was picked/,
    );
    expect(window.location.search).toBe('');
    expect(screen.queryByRole('dialog')).toBeNull();
    vi.spyOn(window, 'open').mockReturnValue(null);
    await userEvent.click(within(channel).getByRole('button', { name: /^Reconnect/ }));
    expect(channel).not.toHaveTextContent('Another company was picked');
  });

  it.each(['reconnectRequired', 'disconnected'] as const)(
    'J-00 leaves the sign-in of a host-owned connection to the host: %s',
    async (scenario) => {
      renderInWorld(scenario, <SalesChannels />, {
        prepare: (world) => {
          for (const connection of world.connections) connection.ownership = 'host';
        },
      });
      const channel = await row();
      expect(channel).toHaveTextContent('Sign in again where this app manages its connections.');
      expect(within(channel).queryByRole('button', { name: /Reconnect|Connect again/ })).toBeNull();
    },
  );

  it('U-02 offers no sign-in to somebody who does not manage channels', async () => {
    renderInWorld('reconnectRequired', <SalesChannels />, {
      prepare: ({ context }) => {
        context.permissions = ['read', 'sync'];
      },
    });
    const channel = await row();
    expect(channel).toHaveTextContent('Somebody who manages sales channels can sign in again.');
    expect(within(channel).queryByRole('button', { name: /Reconnect|Connect again/ })).toBeNull();
  });

  it.each([
    ['inactive', 'Inactive', 'Its sales are kept.'],
    ['disconnected', 'Disconnected', 'Connect the same company to go on.'],
    ['neverSynced', 'Never synced', 'No sales have been brought in yet.'],
  ] as const)('H-01 names the state %s', async (scenario, status, sentence) => {
    renderInWorld(scenario, <SalesChannels />);
    const channel = await row();
    expect(channel).toHaveTextContent(status);
    expect(channel).toHaveTextContent(sentence);
  });

  it('says why a sync was refused', async () => {
    const { world } = renderInWorld('connected', <SalesChannels />);
    const channel = await row();
    world.faults.syncChannel = 'channel_inactive';
    await userEvent.click(within(channel).getByRole('button', { name: /Sync now/ }));
    expect(await within(channel).findByText('The channel is inactive, so it does not sync.')).toBeVisible();
  });
});
