import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { untilSettled } from '../testing/until-settled.ts';
import { SalesChannels } from './sales-channels.tsx';

const meta = { component: SalesChannels, play: untilSettled } satisfies Meta<typeof SalesChannels>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Connected: Story = {};
export const German: Story = { globals: { language: 'de' } };
export const Arabic: Story = { globals: { language: 'ar' }, parameters: { scenario: 'completedWithErrors' } };
export const TrackingNeverOn: Story = { parameters: { scenario: 'empty' } };
export const PrerequisiteMissing: Story = { parameters: { scenario: 'prerequisiteMissing' } };
export const NoAccountingChannel: Story = { parameters: { scenario: 'notConnected' } };
export const NeverSynced: Story = { parameters: { scenario: 'neverSynced' } };
export const Syncing: Story = { parameters: { scenario: 'syncing' } };
export const SyncFailed: Story = { parameters: { scenario: 'failed' } };
export const CompletedWithErrors: Story = { parameters: { scenario: 'completedWithErrors' } };
export const EveryAttention: Story = { parameters: { scenario: 'everyAttention' } };
export const CountMismatch: Story = { parameters: { scenario: 'countMismatch' } };
export const BudgetReached: Story = { parameters: { scenario: 'budgetReached' } };
export const ReconnectRequired: Story = { parameters: { scenario: 'reconnectRequired' } };
export const ReconnectAtTheHost: Story = {
  parameters: {
    scenario: 'reconnectRequired',
    prepareWorld: (world: World) => {
      for (const connection of world.connections) connection.ownership = 'host';
    },
  },
};
export const Disconnected: Story = { parameters: { scenario: 'disconnected' } };
export const Inactive: Story = { parameters: { scenario: 'inactive' } };
export const TrackingOff: Story = { parameters: { scenario: 'trackingOff' } };
export const NotInPlan: Story = { parameters: { scenario: 'notInPlan' } };
export const PlanLostWithData: Story = {
  parameters: {
    prepareWorld: ({ context }: World) => {
      context.entitlements.salesTracking = { allowed: false, requiredPlan: 'Growth' };
    },
  },
};
export const ReadOnly: Story = { parameters: { scenario: 'readOnly' } };
export const NoPermission: Story = { parameters: { scenario: 'noPermission' } };
export const Loading: Story = { parameters: { scenario: 'loading' }, play: () => {} };
export const ServerError: Story = { parameters: { scenario: 'serverError' } };
export const Narrow: Story = {
  decorators: [
    (Story) => (
      <div style={{ inlineSize: 296 }}>
        <Story />
      </div>
    ),
  ],
};
export const Dark: Story = { globals: { theme: 'dark' } };
export const DarkWithTrouble: Story = {
  globals: { theme: 'dark' },
  parameters: { scenario: 'completedWithErrors' },
};
