import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it } from 'vitest';
import { SalesChannelsProvider } from '../provider/sales-channels-provider.tsx';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { createWorldClient, renderInWorld } from '../testing/render-in-world.tsx';
import { ConnectionsSettings } from './connections-settings.tsx';

const bothRows = () => screen.findAllByRole('listitem', { name: /^QuickBooks Online · / });
const channelRows = async () => (await bothRows()).filter((row) => row.classList.contains('sc-channel'));

async function deactivateIn(row: HTMLElement) {
  await userEvent.click(within(row).getByRole('button', { name: /^More about/ }));
  const details = await screen.findByRole('dialog', { name: /^QuickBooks/ });
  await userEvent.click(await within(details).findByText('Deactivate channel'));
  const question = await screen.findByRole('alertdialog');
  await userEvent.click(within(question).getByText('Deactivate channel'));
}

it('B-01 Q-01 shows in the settings at once what changed in the Sales tab', async () => {
  renderInWorld(
    'connected',
    <>
      <SalesChannels />
      <ConnectionsSettings />
    </>,
  );
  await waitFor(async () => expect(await channelRows()).toHaveLength(2));
  const [inTab] = await channelRows();
  await deactivateIn(inTab as HTMLElement);
  await waitFor(async () => {
    for (const row of await channelRows()) expect(row).toHaveTextContent('Inactive');
  });
}, 30_000);

it('B-01 shows in another client, without focus or reload, a channel deactivated and a connection signed in again', async () => {
  const { world } = renderInWorld('reconnectRequired', <ConnectionsSettings />);
  const { client } = createWorldClient(world);
  render(
    <SalesChannelsProvider client={client} locale="en-US">
      <SalesChannels />
    </SalesChannelsProvider>,
  );
  await waitFor(async () => expect(await channelRows()).toHaveLength(2));
  const list = screen.getByRole('list', { name: 'Accounting connections' });
  const connection = within(list).getByRole('listitem', { name: /Brightwater/ });
  expect(within(connection).getByRole('button', { name: /^Reconnect/ })).toBeVisible();
  for (const stored of world.connections) stored.status = 'connected';
  await deactivateIn((await channelRows())[1] as HTMLElement);
  await waitFor(
    async () => {
      for (const row of await channelRows()) expect(row).toHaveTextContent('Inactive');
      expect(within(connection).queryByRole('button', { name: /^Reconnect/ })).toBeNull();
    },
    { timeout: 20_000 },
  );
}, 40_000);
