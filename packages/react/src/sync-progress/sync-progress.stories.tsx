import type { Meta, StoryObj } from '@storybook/react-vite';
import { SyncProgress } from '../stand-alone/stand-alone.tsx';
import { runOf } from '../testing/run-of.ts';

const meta = {
  component: SyncProgress,
  args: { channelName: 'Brightwater', run: runOf() },
} satisfies Meta<typeof SyncProgress>;
export default meta;
type Story = StoryObj<typeof meta>;

export const HalfWay: Story = {};
export const Queued: Story = {
  args: { run: runOf({ state: 'queued', phase: 'waiting', progress: { done: 0, total: null } }) },
};
export const Counting: Story = { args: { run: runOf({ progress: { done: 0, total: null } }) } };
export const WithoutTotal: Story = { args: { run: runOf({ progress: { done: 412, total: null } }) } };
export const LookingForChanges: Story = {
  args: { run: runOf({ phase: 'changes', progress: { done: 0, total: null } }) },
};
