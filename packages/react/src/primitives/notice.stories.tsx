import type { Meta, StoryObj } from '@storybook/react-vite';
import { inRoot } from '../testing/in-root.tsx';
import { Button } from './button.tsx';
import { Notice } from './notice.tsx';

const meta = {
  component: Notice,
  decorators: [inRoot],
  args: { children: 'Sales tracking is off, so nothing syncs.' },
} satisfies Meta<typeof Notice>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Neutral: Story = {};
export const Info: Story = { args: { tone: 'info' } };
export const Success: Story = { args: { tone: 'success' } };
export const Warning: Story = { args: { tone: 'warning', title: 'Your sales could not be loaded' } };
export const Danger: Story = { args: { tone: 'danger', action: <Button size="small">Try again</Button> } };
