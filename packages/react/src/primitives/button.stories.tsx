import type { Meta, StoryObj } from '@storybook/react-vite';
import { inRoot } from '../testing/in-root.tsx';
import { Button } from './button.tsx';

const meta = {
  component: Button,
  decorators: [inRoot],
  args: { children: 'Connect sales channel' },
} satisfies Meta<typeof Button>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Primary: Story = { args: { variant: 'primary', icon: 'add' } };
export const Secondary: Story = {};
export const Quiet: Story = { args: { variant: 'quiet' } };
export const Danger: Story = { args: { variant: 'danger', children: 'Turn off sales tracking' } };
export const Small: Story = { args: { size: 'small', icon: 'sync', children: 'Sync now' } };
export const Pending: Story = { args: { variant: 'primary', isPending: true } };
export const Disabled: Story = { args: { disabled: true } };
