import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import type { ConnectionsSettingsProps } from './connections-settings.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { ConnectionsSettings } from './connections-settings.tsx';

const connectionList = () => screen.findByRole('list', { name: 'Accounting connections' });
const connectionRow = async (name = /Lighting/) =>
  within(await connectionList()).getByRole('listitem', { name });

describe('ConnectionsSettings', () => {
  it('Q-01 shows accounting, inventory and sales channels, each with its own title', async () => {
    const { container } = renderInWorld(
      'connected',
      <ConnectionsSettings inventory={<p>Item sync is on.</p>} />,
    );
    await connectionRow();
    await screen.findByRole('list', { name: 'Sales channels' });
    const titles = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
    expect(titles).toEqual(['Accounting', 'Inventory', 'Sales channels']);
    expect(screen.getByRole('region', { name: 'Inventory' })).toHaveTextContent('Item sync is on.');
    await expectNoViolations(container);
  });

  it('Q-01 has no inventory group where the host gives nothing for it', async () => {
    renderInWorld('connected', <ConnectionsSettings />);
    await connectionRow();
    expect(screen.queryByRole('heading', { name: 'Inventory' })).toBeNull();
  });

  it('Q-01 says of a connection its company, state, owner, uses and sales channel', async () => {
    renderInWorld('connected', <ConnectionsSettings />, {
      prepare: ({ connections }) => {
        for (const connection of connections) connection.connectedAt = '2026-03-02T04:30:00Z';
      },
    });
    const row = await connectionRow();
    expect(row).toHaveTextContent(/QuickBooks Online · Brightwater/);
    expect(row).toHaveTextContent('Connected');
    expect(row).toHaveTextContent(/Signed in here.*connected since Mar \d, 2026/);
    const uses = within(row).getByRole('list', { name: 'Used for' });
    expect([...uses.children].map(({ textContent }) => textContent)).toEqual([
      'Item sync',
      'Build exports',
      'Sales channel',
    ]);
  });

  it.each([
    [50, []],
    [20, [/^Reconnect.*opens a new window/]],
  ] as const)(
    'H-attention says when the authorization ends once that is near, and offers a new sign-in in time: in %i days',
    async (days, offered) => {
      renderInWorld('connected', <ConnectionsSettings />, {
        prepare: ({ connections }) => {
          const endsAt = new Date(Date.now() + days * 86_400_000).toISOString();
          for (const connection of connections) connection.authorizationEndsAt = endsAt;
        },
      });
      const row = await connectionRow();
      expect(row).toHaveTextContent(/sign-in ends \w+ \d+, 20\d\d/);
      const names = [...offered, /^Disconnect/];
      const buttons = within(row).getAllByRole('button');
      expect(buttons).toHaveLength(names.length);
      for (const [index, name] of names.entries()) expect(buttons[index]).toHaveAccessibleName(name);
    },
  );

  it('Q-01 says nothing of an end that is far off', async () => {
    renderInWorld('connected', <ConnectionsSettings />);
    expect(await connectionRow()).not.toHaveTextContent('ends');
  });

  it('Q-01 offers to connect only while not connected, and to disconnect in its place', async () => {
    const { world } = renderInWorld('severalConnections', <ConnectionsSettings />, {
      prepare: ({ connections }) => {
        const [, second] = connections;
        if (second) second.status = 'disconnected';
      },
    });
    const connected = await connectionRow();
    expect(within(connected).getByRole('button')).toHaveAccessibleName(/^Disconnect: QuickBooks Online/);
    const company = world.connections[1]?.companyName ?? '';
    const disconnected = await connectionRow(new RegExp(company));
    expect(within(disconnected).getByRole('button')).toHaveAccessibleName(
      /^Connect again: QuickBooks Online/,
    );
  });

  it('B-01 shows the rows and actions of the Sales tab', async () => {
    renderInWorld('connected', <ConnectionsSettings />);
    const channels = await screen.findByRole('list', { name: 'Sales channels' });
    expect(within(channels).getByRole('listitem', { name: /Brightwater/ })).toHaveTextContent('Up to date');
    expect(within(channels).getByRole('listitem', { name: 'Manual' })).toBeVisible();
    expect(within(channels).getByRole('button', { name: /Sync now/ })).toBeEnabled();
    expect(within(channels).getByRole('button', { name: 'Create sale' })).toBeEnabled();
    expect(screen.getByRole('button', { name: 'Connect sales channel' })).toBeEnabled();
  });

  it('A-03 turns sales tracking on from here too, and keeps the focus', async () => {
    renderInWorld('empty', <ConnectionsSettings />);
    await userEvent.click(await screen.findByRole('button', { name: 'Turn on sales tracking' }));
    expect(await screen.findByRole('listitem', { name: 'Manual' })).toBeVisible();
    expect(screen.getByRole('heading', { name: 'Sales channels' })).toHaveFocus();
  });

  it('Q-03 shows the host’s help beside each group', async () => {
    renderInWorld('connected', <ConnectionsSettings inventory="Items" />, {
      helpLinks: {
        accounting: { href: 'https://help.example/books', label: 'About accounting' },
        inventory: { href: 'https://help.example/items', label: 'About inventory' },
        salesChannels: { href: 'https://help.example/sales', label: 'About sales channels' },
      },
    });
    await connectionRow();
    for (const [group, label] of [
      ['Accounting', 'About accounting'],
      ['Inventory', 'About inventory'],
      ['Sales channels', 'About sales channels'],
    ] as const) {
      const link = within(await screen.findByRole('region', { name: group })).getByRole('link');
      expect(link).toHaveAccessibleName(`${label}, opens a new window`);
      expect(link).toHaveAttribute('rel', 'noreferrer');
    }
  });

  it('Q-03 has no link where the host gives none', async () => {
    renderInWorld('connected', <ConnectionsSettings />);
    await connectionRow();
    expect(screen.queryByRole('link')).toBeNull();
  });

  it('B-07 shows a skeleton until the connections are known', async () => {
    renderInWorld('loading', <ConnectionsSettings />);
    expect(await screen.findByRole('heading', { name: 'Accounting' })).toBeVisible();
    expect(screen.getAllByText('Loading…').length).toBeGreaterThan(0);
    expect(screen.queryByRole('list', { name: 'Accounting connections' })).toBeNull();
  });

  it('B-07 leaves the channels there when the connections fail, and tries again', async () => {
    const { world } = renderInWorld('connected', <ConnectionsSettings />, {
      prepare: ({ faults }) => {
        faults.listConnections = 'connection_unavailable';
      },
    });
    expect(await screen.findByText('Your connections could not be loaded')).toBeVisible();
    expect(await screen.findByRole('list', { name: 'Sales channels' })).toBeVisible();
    delete world.faults.listConnections;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await connectionRow()).toBeVisible();
  });

  it('B-07 U-02 says so to somebody without any permission, with nothing to press', async () => {
    renderInWorld('noPermission', <ConnectionsSettings />);
    expect(await screen.findByText('You cannot see connections here')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('A-01 names the plan where the business has none of it', async () => {
    renderInWorld('notInPlan', <ConnectionsSettings />);
    expect(await screen.findByText('Accounting connections are not in your plan')).toBeVisible();
    expect((await screen.findAllByText(/the Growth plan/i)).length).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: /^(Connect|Turn on)/ })).toBeNull();
  });

  it('K-05 names the plan beside the channels of a business that lost it, and leads there', async () => {
    const onUpgrade = vi.fn<() => void>();
    renderInWorld('connected', <ConnectionsSettings />, {
      onUpgrade,
      prepare: ({ context }) => {
        context.entitlements.salesTracking = { allowed: false, requiredPlan: 'Growth' };
      },
    });
    expect(await screen.findByText('Sales tracking is not in your plan')).toBeVisible();
    expect(await screen.findByRole('listitem', { name: 'Manual' })).toBeVisible();
    await userEvent.click(screen.getByRole('button', { name: 'Upgrade to Growth' }));
    expect(onUpgrade).toHaveBeenCalledWith({ requiredPlan: 'Growth', reason: 'plan_required' });
  });

  it('U-02 has nothing to press for somebody who does not manage channels', async () => {
    renderInWorld('readOnly', <ConnectionsSettings />);
    const row = await connectionRow();
    expect(within(row).queryByRole('button')).toBeNull();
    expect(screen.queryByRole('button', { name: /^(Connect|Activity)/ })).toBeNull();
  });

  it.each(['connected', 'reconnect_required', 'disconnected'] as const)(
    'J-00 leaves a connection of the host’s to the host: %s',
    async (status) => {
      renderInWorld('connected', <ConnectionsSettings />, {
        prepare: ({ connections }) => {
          for (const connection of connections) Object.assign(connection, { ownership: 'host', status });
        },
      });
      const row = await connectionRow();
      expect(row).toHaveTextContent('Managed by this app');
      expect(within(row).queryByRole('button')).toBeNull();
      expect(row.textContent.includes('where this app manages its connections')).toBe(status !== 'connected');
    },
  );

  it('J-00 shows the host’s own action for its connection', async () => {
    const onManage = vi.fn<NonNullable<ConnectionsSettingsProps['onManageHostConnection']>>();
    renderInWorld('reconnectRequired', <ConnectionsSettings onManageHostConnection={onManage} />, {
      prepare: ({ connections }) => {
        for (const connection of connections) connection.ownership = 'host';
      },
    });
    const button = within(await connectionRow()).getByRole('button');
    expect(button).toHaveAccessibleName(/^Manage connection: QuickBooks Online/);
    await userEvent.click(button);
    expect(onManage).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ ownership: 'host' }));
  });
});
