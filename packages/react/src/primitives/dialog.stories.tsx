import type { Meta, StoryObj } from '@storybook/react-vite';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { Dialog } from './dialog.tsx';

const ignore = () => {};

const meta = {
  component: Dialog,
  args: {
    open: true,
    onOpenChange: ignore,
    title: 'Connect sales channel',
    children: <p>What the dialog is about.</p>,
  },
} satisfies Meta<typeof Dialog>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Plain: Story = {};
export const Dark: Story = { globals: { theme: 'dark' } };
export const Confirm: Story = {
  render: () => (
    <ConfirmDialog
      open
      onOpenChange={ignore}
      onConfirm={ignore}
      isDangerous
      title="Turn off sales tracking?"
      text="Every channel stops syncing. Your channels and all sales are kept."
      confirmLabel="Turn off sales tracking"
      cancelLabel="Keep it on"
      error="There is no connection to the server. Check your network, then try again."
    />
  ),
};
