import type { Meta, StoryObj } from '@storybook/react-vite';
import { inRoot } from '../testing/in-root.tsx';
import { Badge } from './badge.tsx';

const meta = { component: Badge, decorators: [inRoot] } satisfies Meta<typeof Badge>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Neutral: Story = { args: { children: 'Coming soon' } };
export const Success: Story = { args: { tone: 'success', icon: 'success', children: 'Up to date' } };
export const Warning: Story = { args: { tone: 'warning', icon: 'warning', children: 'Sign-in needed' } };
export const Danger: Story = { args: { tone: 'danger', icon: 'error', children: 'Sync failed' } };
export const Info: Story = { args: { tone: 'info', icon: 'spinner', children: 'Syncing' } };
export const Dark: Story = { ...Warning, globals: { theme: 'dark' } };
