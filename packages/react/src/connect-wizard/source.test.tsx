import type { World } from '@sales-channels/msw';
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { openWizard } from '../testing/open-wizard.tsx';

describe('source', () => {
  it('C-01 C-02 preselects the only connection and needs no sign-in', async () => {
    const { user, callsOf } = await openWizard('readyToConnect');
    expect(screen.getByRole('radio', { name: /Accounting/ })).toHaveProperty('checked', true);
    const connection = await screen.findByRole('radio', { name: /Brightwater Lighting.*QuickBooks Online/ });
    expect(connection).toHaveProperty('checked', true);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByRole('heading', { name: /From when/ });
    expect(callsOf('POST', '/v1/authorizations')).toHaveLength(0);
  });

  it('B-05 C-01 shows POS and Ecommerce as coming soon', async () => {
    await openWizard('readyToConnect');
    for (const name of [/POS.*Coming soon/, /Ecommerce.*Coming soon/]) {
      expect(screen.getByRole('radio', { name })).toHaveProperty('disabled', true);
    }
  });

  it('C-02 K-01 offers several with provider and company, and says why one cannot be picked', async () => {
    const { user } = await openWizard('severalConnections', (world) => {
      world.context.entitlements.maxAccountingConnections = 9;
      const [, , third] = world.connections;
      if (third) Object.assign(third, { status: 'connected' });
    });
    const taken = await screen.findByRole('radio', {
      name: /Brightwater Lighting.*Already has a sales channel/,
    });
    expect(taken).toHaveProperty('disabled', true);
    const free = screen.getByRole('radio', { name: /Brightwater Rentals LLC.*QuickBooks Online/ });
    expect(free).toHaveProperty('checked', false);
    expect(screen.getByRole('button', { name: 'Continue' }).getAttribute('aria-disabled')).toBe('true');
    await user.click(free);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    expect(await screen.findByText(/Brightwater Rentals LLC will be imported/)).toBeTruthy();
  });

  it('C-03 shows a connection that needs a sign-in, not to be picked, with Reconnect', async () => {
    await openWizard('readyToConnect', (world) => {
      for (const connection of world.connections) connection.status = 'reconnect_required';
    });
    const radio = await screen.findByRole('radio', { name: /Brightwater Lighting.*Sign-in needed/ });
    expect(radio).toHaveProperty('disabled', true);
    expect(screen.getByRole('button', { name: /Reconnect Brightwater Lighting/ })).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it('C-03 leaves a connection the host lends to the host', async () => {
    await openWizard('severalConnections');
    expect(await screen.findByText(/Sign in again where this app manages its connections/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Reconnect/ })).toBeNull();
  });

  it('I-10 offers to activate the channel a connection has instead of making one', async () => {
    const { user, world, callsOf } = await openWizard('inactive');
    const taken = await screen.findByRole('radio', { name: /Has an inactive sales channel/ });
    expect(taken).toHaveProperty('disabled', true);
    await user.click(screen.getByRole('button', { name: /^Reactivate the channel of Brightwater/ }));
    expect(await screen.findByRole('heading', { name: /is connected/ })).toBeTruthy();
    expect(world.channels.every(({ isActive }) => isActive)).toBe(true);
    expect(callsOf('POST', '/v1/channels')).toHaveLength(0);
  });

  it('I-09 I-10 says why it could not be activated', async () => {
    const { user } = await openWizard('inactive', (world) => {
      world.faults.activateChannel = 'not_in_plan';
    });
    await user.click(await screen.findByRole('button', { name: /^Reactivate the channel/ }));
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toContain('The channel was not activated');
    expect(alert.textContent).toContain('Your plan has no room for this channel.');
  });

  it('A-05 offers to connect QuickBooks where there is no connection', async () => {
    await openWizard('notConnected');
    expect(
      await screen.findByRole('button', { name: 'Connect QuickBooks Online, opens a new window' }),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Continue' })).toBeNull();
  });

  it('K-03 names the limit and the plan that raises it instead of offering another', async () => {
    await openWizard('connected', (world) => {
      Object.assign(world.context.entitlements, {
        maxAccountingConnections: 1,
        moreConnectionsPlan: 'Advanced',
      });
    });
    expect(
      await screen.findByText(/Your plan allows one accounting connection\. The Advanced plan allows more\./),
    ).toBeTruthy();
    expect(screen.queryByRole('button', { name: /Connect another/ })).toBeNull();
  });

  it('K-03 P-05 leads to the host’s own way to a larger plan', async () => {
    const onUpgrade = vi.fn<NonNullable<SalesChannelsEvents['onUpgrade']>>();
    const raise = (world: World) => {
      Object.assign(world.context.entitlements, {
        maxAccountingConnections: 1,
        moreConnectionsPlan: 'Advanced',
      });
    };
    const { user } = await openWizard('connected', raise, { events: { onUpgrade } });
    await user.click(await screen.findByRole('button', { name: /Upgrade/ }));
    expect(onUpgrade.mock.calls).toEqual([
      [{ requiredPlan: 'Advanced', reason: 'connection_limit_reached' }],
    ]);
  });

  it('offers to load the connections again when they could not be', async () => {
    const { world, user } = await openWizard('readyToConnect', (world) => {
      world.faults.listConnections = 'forbidden';
    });
    expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded');
    delete world.faults.listConnections;
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('radio', { name: /Brightwater Lighting/ })).toBeTruthy();
  });
});
