import type { Meta, StoryObj } from '@storybook/react-vite';
import { inRoot } from '../testing/in-root.tsx';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';
import { ProgressBar } from './progress-bar.tsx';
import { RelativeTime } from './relative-time.tsx';
import { Skeleton } from './skeleton.tsx';

const meta = { decorators: [inRoot] } satisfies Meta;
export default meta;
type Story = StoryObj<typeof meta>;

export const Empty: Story = {
  render: () => (
    <EmptyState title="No sales yet" icon="document" action={<Button variant="primary">Connect</Button>}>
      Sales appear here after the first sync of a channel.
    </EmptyState>
  ),
};
export const Progress: Story = {
  render: () => <ProgressBar label="Sync progress" value={640} max={1240} valueText="640 of 1,240" />,
};
export const ProgressWithoutTotal: Story = {
  render: () => <ProgressBar label="Sync progress" value={0} max={null} />,
};
export const TextOnItsWay: Story = { render: () => <Skeleton width={24} /> };
export const MinutesAgo: Story = {
  render: () => <RelativeTime instant={new Date(Date.now() - 240_000).toISOString()} />,
};
