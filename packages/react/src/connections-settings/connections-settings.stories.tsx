import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, userEvent, waitFor, within } from 'storybook/test';
import { untilSettled } from '../testing/until-settled.ts';
import { ConnectionsSettings } from './connections-settings.tsx';

const meta = { component: ConnectionsSettings, play: untilSettled } satisfies Meta<
  typeof ConnectionsSettings
>;
export default meta;
type Story = StoryObj<typeof meta>;

const lendAll = (world: World) => {
  for (const connection of world.connections) connection.ownership = 'host';
};

export const Connected: Story = {};
export const SeveralConnections: Story = { parameters: { scenario: 'severalConnections' } };
export const ReconnectRequired: Story = { parameters: { scenario: 'reconnectRequired' } };
export const AuthorizationEndsSoon: Story = { parameters: { scenario: 'authorisationExpiresSoon' } };
export const Disconnected: Story = { parameters: { scenario: 'disconnected' } };
export const ManagedByTheHost: Story = { parameters: { prepareWorld: lendAll } };
export const ManagedByTheHostWithItsButton: Story = {
  args: { onManageHostConnection: () => {} },
  parameters: { scenario: 'reconnectRequired', prepareWorld: lendAll },
};
export const LimitReached: Story = {
  parameters: {
    prepareWorld: ({ context }: World) => {
      context.entitlements.maxAccountingConnections = 1;
      context.entitlements.moreConnectionsPlan = 'Scale';
    },
  },
};
export const NothingConnected: Story = { parameters: { scenario: 'notConnected' } };
export const TrackingNeverOn: Story = { parameters: { scenario: 'empty' } };
export const WithInventory: Story = {
  args: { inventory: <p style={{ padding: 16 }}>Item sync and build exports are set up.</p> },
};
export const ReadOnly: Story = { parameters: { scenario: 'readOnly' } };
export const NoPermission: Story = { parameters: { scenario: 'noPermission' } };
export const NotInPlan: Story = { parameters: { scenario: 'notInPlan' } };
export const Loading: Story = { parameters: { scenario: 'loading' }, play: () => {} };
export const ServerError: Story = { parameters: { scenario: 'serverError' } };
export const ConnectionsFailed: Story = {
  parameters: {
    prepareWorld: ({ faults }: World) => {
      faults.listConnections = 'internal';
    },
  },
};

export const AskingToDisconnect: Story = {
  name: 'J-02 Asking to disconnect',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: /^Disconnect/ }));
    const question = await within(document.body).findByRole('alertdialog', { name: /^Disconnect/ });
    await waitFor(() => expect(question).toHaveTextContent('Item sync'));
    await expect(question).toHaveTextContent('Build exports');
    await expect(question).toHaveTextContent('All sales that were brought in are kept.');
  },
};
export const Activity: Story = {
  name: 'U-03 Activity',
  play: async ({ canvas }) => {
    await userEvent.click(await canvas.findByRole('button', { name: 'Activity' }));
    await within(document.body).findByRole('dialog', { name: 'Activity' });
  },
};
export const Narrow: Story = {
  parameters: { scenario: 'severalConnections' },
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 296 }}>
        <Story />
      </div>
    ),
  ],
};
export const RightToLeft: Story = {
  globals: { language: 'ar' },
  parameters: { scenario: 'reconnectRequired' },
};
export const Dark: Story = { globals: { theme: 'dark' }, parameters: { scenario: 'severalConnections' } };
