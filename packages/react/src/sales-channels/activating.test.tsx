import { createProblem } from '@sales-channels/contract';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SalesChannels } from './sales-channels.tsx';

type OnUpgrade = NonNullable<SalesChannelsEvents['onUpgrade']>;
const row = () => screen.findByRole('listitem', { name: /^QuickBooks/ });
const activate = async () => within(await row()).getByRole('button', { name: /^Activate/ });

describe('activating', () => {
  it('I-03 I-06 takes one click and no question, and the focus stays in the row', async () => {
    renderInWorld('inactive', <SalesChannels />);
    await userEvent.click(await activate());
    await waitFor(async () => expect(await row()).toHaveTextContent('Syncing'));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    await waitFor(async () => expect(within(await row()).getByRole('heading')).toHaveFocus());
    expect(within(await row()).getByText(/^QuickBooks.*: Syncing$/)).toHaveRole('status');
  });

  it('I-09 K-03 P-05 says when the plan has no room, and asks the host for a larger one', async () => {
    const onUpgrade = vi.fn<OnUpgrade>();
    renderInWorld('inactive', <SalesChannels />, {
      onUpgrade,
      prepare: ({ context }) =>
        void Object.assign(context.entitlements, {
          maxAccountingConnections: 0,
          moreConnectionsPlan: 'Advanced',
        }),
    });
    await userEvent.click(await activate());
    expect(await screen.findByText(/Your plan has no room for this channel/)).toBeVisible();
    await userEvent.click(within(await row()).getByRole('button', { name: /^Upgrade to Advanced/ }));
    expect(onUpgrade.mock.calls).toEqual([[{ requiredPlan: 'Advanced', reason: 'not_in_plan' }]]);
  });

  it('I-09 offers to connect again when the connection is gone', async () => {
    renderInWorld('inactive', <SalesChannels />, {
      prepare: ({ connections }) => connections.forEach((item) => (item.status = 'disconnected')),
    });
    await userEvent.click(await activate());
    expect(await screen.findByText(/The connection cannot be used now/)).toBeVisible();
    expect(within(await row()).getByRole('button', { name: /^Connect again/ })).toBeEnabled();
  });

  it('U-02 is not offered to somebody who does not manage channels', async () => {
    renderInWorld('inactive', <SalesChannels />, {
      prepare: ({ context }) => (context.permissions = ['read', 'sync']),
    });
    expect(await row()).toHaveTextContent('Somebody who manages sales channels can activate it.');
    expect(within(await row()).queryByRole('button', { name: /^Activate/ })).toBeNull();
  });
});

describe('a plan that is too small', () => {
  it('K-04 is named in the row, with the way to a larger one', async () => {
    const onUpgrade = vi.fn<OnUpgrade>();
    renderInWorld('connected', <SalesChannels />, {
      onUpgrade,
      prepare: ({ context }) =>
        void Object.assign(context.entitlements, {
          maxAccountingConnections: 0,
          moreConnectionsPlan: 'Advanced',
        }),
    });
    expect(await row()).toHaveTextContent(/Not in your plan/);
    expect(await row()).toHaveTextContent(/The Advanced plan does\. Its sales are kept/);
    await userEvent.click(within(await row()).getByRole('button', { name: /^Upgrade to Advanced/ }));
    expect(onUpgrade.mock.calls).toEqual([[{ requiredPlan: 'Advanced', reason: 'not_in_plan' }]]);
  });

  it('A-01 K-05 offers the way to it on the locked tab, only where the host has one', async () => {
    const onUpgrade = vi.fn<OnUpgrade>();
    const { unmount } = renderInWorld('notInPlan', <SalesChannels />, { onUpgrade });
    await userEvent.click(await screen.findByRole('button', { name: 'Upgrade to Growth' }));
    expect(onUpgrade.mock.calls).toEqual([[{ requiredPlan: 'Growth', reason: 'plan_required' }]]);
    unmount();
    renderInWorld('notInPlan', <SalesChannels />);
    expect(await screen.findByText(/part of the Growth plan/)).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });
});

describe('signing in again', () => {
  it('J-03 H-04 offers to connect a disconnected company again, in words of its own', async () => {
    renderInWorld('disconnected', <SalesChannels />);
    expect(
      within(await row()).getByRole('button', { name: /^Connect again.*opens a new window/ }),
    ).toBeEnabled();
  });

  it('H-07 offers it too when access was lost, for somebody who still has it', async () => {
    renderInWorld('connected', <SalesChannels />, {
      prepare: ({ runs }) => {
        const last = runs.at(-1)?.run;
        if (last) Object.assign(last, { state: 'failed', problem: createProblem('access_lost') });
      },
    });
    expect(await row()).toHaveTextContent(/no longer gives access/);
    expect(within(await row()).getByRole('button', { name: /^Reconnect/ })).toBeEnabled();
  });
});
