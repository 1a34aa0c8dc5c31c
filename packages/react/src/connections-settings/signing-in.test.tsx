import { createProblem } from '@sales-channels/contract';
import type { World } from '@sales-channels/msw';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteReconnect } from '../authorization-window/authorization-return.ts';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { ConnectionsSettings } from './connections-settings.tsx';

const accounting = () => screen.findByRole('region', { name: 'Accounting' });
const connectionRow = async () =>
  within(await screen.findByRole('list', { name: 'Accounting connections' })).getByRole('listitem', {
    name: /Lighting/,
  });
const popup = () => ({ closed: false, close: () => {}, focus: () => {} }) as unknown as Window;
const approve = (world: World) => {
  world.finishAuthorization(world.authorizations.at(-1)?.id ?? '', 'approved');
  window.dispatchEvent(new Event('focus'));
};

describe('signing in from the settings', () => {
  beforeEach(() => {
    window.history.replaceState(null, '', '/settings');
    window.sessionStorage.clear();
  });
  afterEach(() => vi.restoreAllMocks());

  it('A-05 connects the first company in a window opened straight from the click', async () => {
    const open = vi.spyOn(window, 'open').mockReturnValue(popup());
    const { world } = renderInWorld('notConnected', <ConnectionsSettings />);
    const button = await within(await accounting()).findByRole('button', {
      name: 'Connect QuickBooks Online, opens a new window',
    });
    await userEvent.click(button);
    expect(open).toHaveBeenCalledTimes(1);
    await screen.findByText(/in the window that opened/);
    approve(world);
    expect(await connectionRow()).toHaveTextContent('Connected');
    expect(screen.getByText('Signed in to QuickBooks Online.')).toHaveRole('status');
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Accounting' })).toHaveFocus());
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('H-04 J-03 reconnects in its row, and the channel follows', async () => {
    vi.spyOn(window, 'open').mockReturnValue(popup());
    const { world } = renderInWorld('reconnectRequired', <ConnectionsSettings />);
    const row = await connectionRow();
    expect(row).toHaveTextContent('QuickBooks Online needs you to sign in again.');
    await userEvent.click(within(row).getByRole('button', { name: /^Reconnect.*opens a new window/ }));
    await within(row).findByText(/in the window that opened/);
    approve(world);
    await waitFor(() => expect(within(row).getByRole('heading')).toHaveFocus());
    expect(within(row).queryByRole('button', { name: /^Reconnect/ })).toBeNull();
    expect(within(row).getByText(/^QuickBooks Online · .*: Connected$/)).toHaveRole('status');
    const channels = screen.getByRole('list', { name: 'Sales channels' });
    await waitFor(() => expect(channels).not.toHaveTextContent('Sign-in needed'));
  });

  it('J-03 connects the same company again after it was disconnected', async () => {
    vi.spyOn(window, 'open').mockReturnValue(popup());
    const { world } = renderInWorld('disconnected', <ConnectionsSettings />);
    const row = await connectionRow();
    await userEvent.click(within(row).getByRole('button', { name: /^Connect again/ }));
    await within(row).findByText(/in the window that opened/);
    expect(world.authorizations.at(-1)?.reconnects).toBe(world.connections[0]?.id);
    approve(world);
    expect(await within(row).findByRole('button', { name: /^Disconnect/ })).toBeEnabled();
    await userEvent.click(within(row).getByRole('button', { name: /^Disconnect/ }));
    const question = await screen.findByRole('alertdialog');
    await userEvent.click(within(question).getByRole('button', { name: /^Disconnect Brightwater/ }));
    await within(row).findByRole('button', { name: /^Connect again/ });
    expect(row).not.toHaveTextContent('Signed in to');
  });

  it('K-03 names the limit and the plan that raises it in the place of a further connection', async () => {
    renderInWorld('connected', <ConnectionsSettings />, {
      prepare: ({ context }) => {
        Object.assign(context.entitlements, { maxAccountingConnections: 1, moreConnectionsPlan: 'Scale' });
      },
    });
    await connectionRow();
    const group = await accounting();
    expect(group).toHaveTextContent(
      'Your plan allows one accounting connection. The Scale plan allows more.',
    );
    expect(within(group).queryByRole('button', { name: /^Connect/ })).toBeNull();
    expect(within(group).queryByRole('button', { name: /plan/ })).toBeNull();
  });

  it('K-03 leads to the host’s own way to a larger plan', async () => {
    const onUpgrade = vi.fn<NonNullable<SalesChannelsEvents['onUpgrade']>>();
    renderInWorld('connected', <ConnectionsSettings />, {
      onUpgrade,
      prepare: ({ context }) => {
        Object.assign(context.entitlements, { maxAccountingConnections: 1, moreConnectionsPlan: 'Scale' });
      },
    });
    await connectionRow();
    await userEvent.click(within(await accounting()).getByRole('button', { name: /Scale/ }));
    expect(onUpgrade).toHaveBeenCalledExactlyOnceWith({
      requiredPlan: 'Scale',
      reason: 'connection_limit_reached',
    });
  });

  it('K-03 offers a further company while the plan has room', async () => {
    renderInWorld('connected', <ConnectionsSettings />, {
      prepare: ({ context }) => {
        context.entitlements.maxAccountingConnections = 2;
      },
    });
    await connectionRow();
    expect(
      within(await accounting()).getByRole('button', { name: /^Connect another QuickBooks Online company/ }),
    ).toBeEnabled();
  });

  it('K-03 connects nothing again that the plan has no room for', async () => {
    renderInWorld('severalConnections', <ConnectionsSettings />, {
      prepare: ({ connections, context }) => {
        context.entitlements.maxAccountingConnections = 2;
        if (connections[0]) connections[0].status = 'disconnected';
      },
    });
    expect(within(await connectionRow()).queryByRole('button')).toBeNull();
  });

  it('C-09 says in the row why a full-page sign-in begun there failed, and opens no wizard', async () => {
    vi.spyOn(window, 'open').mockReturnValue(null);
    const begun = renderInWorld('reconnectRequired', <ConnectionsSettings />);
    await userEvent.click(within(await connectionRow()).getByRole('button', { name: /^Reconnect/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Sign in on this page' }));
    await waitFor(() => expect(window.sessionStorage.length).toBeGreaterThan(0));
    begun.unmount();

    window.history.replaceState(null, '', '/settings?sc_authorization=aut_back');
    renderInWorld('reconnectRequired', <ConnectionsSettings />, {
      prepare: (world) => {
        // A connection without a channel is what the wizard would open for.
        world.channels = world.channels.filter(({ type }) => type === 'manual');
        const reconnects = world.connections[0]?.id ?? '';
        noteReconnect(window, 'aut_back', reconnects);
        world.authorizations.push({
          id: 'aut_back',
          status: 'failed',
          connectionId: null,
          problem: createProblem('authorization_denied'),
          expiresAt: new Date(Date.now() + 60_000).toISOString(),
          startedAtMs: Date.now(),
          reconnects,
        });
      },
    });
    expect(await within(await connectionRow()).findByRole('alert')).toHaveTextContent(
      'The sign-in was declined',
    );
    expect(window.location.search).toBe('');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
