import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConnectWizard } from '../stand-alone/stand-alone.tsx';

const meta = {
  component: ConnectWizard,
  args: { open: true, onOpenChange: () => {} },
  parameters: { docs: { story: { inline: false, iframeHeight: 640 } } },
} satisfies Meta<typeof ConnectWizard>;
export default meta;
type Story = StoryObj<typeof meta>;

/** A connection is there already: no sign-in. */
export const ReadyToConnect: Story = { parameters: { scenario: 'readyToConnect' } };
/** Nothing is connected. The sign-in of the mock business approves itself. */
export const NotConnected: Story = { parameters: { scenario: 'notConnected' } };
export const SeveralConnections: Story = { parameters: { scenario: 'severalConnections' } };
export const LimitReached: Story = { parameters: { scenario: 'connected' } };
export const EarliestDate: Story = {
  parameters: {
    scenario: 'readyToConnect',
    prepareWorld: (world: World) => {
      world.context.earliestInitialSyncDate = world.today().replace(/-\d\d-\d\d$/, '-02-01');
    },
  },
};
export const Loading: Story = { parameters: { scenario: 'loading' } };
