import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { ConnectionsSettings } from './connections-settings.tsx';

const connectionRow = async () =>
  within(await screen.findByRole('list', { name: 'Accounting connections' })).getByRole('listitem', {
    name: /Lighting/,
  });
const askToDisconnect = async () => {
  await userEvent.click(within(await connectionRow()).getByRole('button', { name: /^Disconnect/ }));
  return screen.findByRole('alertdialog', { name: 'Disconnect Brightwater Lighting Co.?' });
};

describe('disconnecting', () => {
  it('J-02 Q-02 names the sales channel and every other use, and says that sales are kept', async () => {
    const { world } = renderInWorld('connected', <ConnectionsSettings />, {
      prepare: ({ channels }) => {
        for (const channel of channels) if (channel.type === 'accounting') channel.name = 'Lamp shop';
      },
    });
    await screen.findByText('Sales channel: Lamp shop');
    const question = await askToDisconnect();
    const stops = within(question).getByRole('list', { name: 'What stops' });
    expect([...stops.children].map(({ textContent }) => textContent)).toEqual([
      'Syncing of the sales channel Lamp shop',
      'Item sync',
      'Build exports',
    ]);
    expect(question).toHaveTextContent('All sales that were brought in are kept.');
    await expectNoViolations(question);
    expect(within(question).getByRole('button', { name: 'Keep it connected' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(world.connections[0]?.status).toBe('connected');
  });

  it('J-02 Q-04 names nothing that is not there', async () => {
    renderInWorld('connected', <ConnectionsSettings />, {
      prepare: (world) => {
        world.channels = world.channels.filter(({ type }) => type === 'manual');
        for (const connection of world.connections) connection.uses = [];
      },
    });
    expect(await connectionRow()).toHaveTextContent('Not used for anything yet');
    const question = await askToDisconnect();
    expect(within(question).queryByRole('list')).toBeNull();
  });

  it('J-01 B-01 ends the connection; channel and sales stay, here and in the Sales tab', async () => {
    const { world } = renderInWorld(
      'connected',
      <>
        <ConnectionsSettings />
        <SalesChannels />
      </>,
    );
    const sales = world.sales.length;
    await waitFor(() => expect(screen.getAllByRole('listitem', { name: /Lighting/ })).toHaveLength(3));
    const question = await askToDisconnect();
    await userEvent.click(
      within(question).getByRole('button', { name: 'Disconnect Brightwater Lighting Co.' }),
    );
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    const row = await connectionRow();
    expect(row).toHaveTextContent('Disconnected');
    expect(within(row).getByRole('button', { name: /^Connect again/ })).toBeEnabled();
    expect(within(row).queryByRole('button', { name: /^Disconnect/ })).toBeNull();
    await waitFor(() => {
      for (const list of screen.getAllByRole('list', { name: 'Sales channels' })) {
        expect(within(list).getByRole('listitem', { name: /Lighting/ })).toHaveTextContent('Disconnected');
      }
    });
    expect(world.sales).toHaveLength(sales);
    await waitFor(() => expect(within(row).getByRole('heading')).toHaveFocus());
  });

  it('Q-02 leaves other connections as they are', async () => {
    const { world } = renderInWorld('severalConnections', <ConnectionsSettings />);
    const before = world.connections.slice(1).map(({ status }) => status);
    const question = await askToDisconnect();
    await userEvent.click(within(question).getByRole('button', { name: /^Disconnect Brightwater/ }));
    await waitFor(() => expect(world.connections[0]?.status).toBe('disconnected'));
    expect(world.connections.slice(1).map(({ status }) => status)).toEqual(before);
  });

  it('H-07 says in the dialog why it failed, and forgets it once closed', async () => {
    const { world } = renderInWorld('connected', <ConnectionsSettings />);
    const question = await askToDisconnect();
    world.faults.disconnectConnection = 'connection_of_host';
    await userEvent.click(within(question).getByRole('button', { name: /^Disconnect Brightwater/ }));
    expect(await within(question).findByRole('alert')).toHaveTextContent(/managed elsewhere in this app/);
    await userEvent.click(within(question).getByRole('button', { name: 'Keep it connected' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(within(await askToDisconnect()).queryByRole('alert')).toBeNull();
  });
});
