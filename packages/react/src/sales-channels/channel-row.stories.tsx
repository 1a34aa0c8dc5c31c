import type { Meta, StoryObj } from '@storybook/react-vite';
import type { ProblemCode, ProblemDetails, Verification } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import { inRoot } from '../testing/in-root.tsx';
import { runOf } from '../testing/run-of.ts';
import { channelOf } from '../testing/wizard-screens.ts';
import { ChannelRow } from './channel-row.tsx';

const ended = { state: 'succeeded', phase: 'done', endedAt: '2026-11-23T10:00:09Z' } as const;
const lastRun = runOf(ended);
/** What is held against the provider's counts; `missing` receipts are not here. */
const verification = (missing = 0, errors = 0): Verification => ({
  checkedAt: ended.endedAt,
  documents: {
    invoice: { expected: 900, stored: 900 - errors, errors },
    sales_receipt: { expected: 300, stored: 300 - missing, errors: 0 },
    credit_memo: { expected: 40, stored: 40, errors: 0 },
  },
});
const synced = { lastSyncedAt: ended.endedAt, lastRun, verification: verification() };
const failedBy = (code: ProblemCode, details: ProblemDetails = {}) =>
  runOf({ ...ended, state: 'failed', problem: createProblem(code, details) });

const meta = {
  component: ChannelRow,
  title: 'Channel row',
  decorators: [
    (Story) => (
      <div className="sc-tab">
        <ul className="sc-card">
          <Story />
        </ul>
      </div>
    ),
    inRoot,
  ],
  args: {
    channel: channelOf(),
    access: {
      canManage: true,
      canSync: true,
      isTrackingOn: true,
      prerequisite: null,
      isReadOnly: false,
      moreConnectionsPlan: 'Advanced',
    },
  },
} satisfies Meta<typeof ChannelRow>;
export default meta;
type Story = StoryObj<typeof meta>;

const of = (part: Parameters<typeof channelOf>[0]) => ({ channel: channelOf(part) });

export const UpToDate: Story = { name: 'B-02 up_to_date', args: of({ status: 'up_to_date', ...synced }) };
export const NeverSynced: Story = { name: 'C-04 never_synced' };
export const Syncing: Story = { name: 'E-01 syncing', args: of({ status: 'syncing', currentRun: runOf() }) };
export const SyncFailed: Story = {
  name: 'H-01 sync_failed',
  args: of({
    status: 'sync_failed',
    lastSyncedAt: ended.endedAt,
    lastRun: failedBy('provider_busy'),
  }),
};
export const CompletedWithErrors: Story = {
  name: 'E-10 completed_with_errors',
  args: of({
    status: 'completed_with_errors',
    attention: ['document_errors'],
    ...synced,
    verification: verification(0, 1),
    lastRun: runOf({
      ...ended,
      state: 'completed_with_errors',
      counts: { ...lastRun.counts, errors: 1 },
      errors: [{ type: 'invoice', externalId: '1', number: '5217', reason: 'It has no currency.' }],
    }),
  }),
};
export const Inactive: Story = {
  name: 'I-06 inactive',
  args: of({ status: 'inactive', isActive: false, ...synced }),
};
export const NotInPlan: Story = { name: 'K-04 not_in_plan', args: of({ status: 'not_in_plan', ...synced }) };
export const Disconnected: Story = {
  name: 'J-01 disconnected',
  args: of({ status: 'disconnected', ...synced }),
};
export const ReconnectRequired: Story = {
  name: 'H-03 reconnect_required',
  args: of({ status: 'reconnect_required', ...synced }),
};
export const Newer: Story = { name: 'H-01 newer than the page', args: of({ status: 'unknown', ...synced }) };
export const UpToDateDark: Story = { ...UpToDate, name: 'E-16 Dark', globals: { theme: 'dark' } };
export const Comparing: Story = {
  name: 'E-16 comparing',
  args: of({ status: 'syncing', currentRun: runOf({ phase: 'comparing' }) }),
};
export const Verifying: Story = {
  name: 'E-16 verifying',
  args: of({
    status: 'syncing',
    currentRun: runOf({ phase: 'verifying', progress: { done: 1240, total: 1240 } }),
  }),
};
export const BudgetReached: Story = {
  name: 'H-01 budget_reached',
  args: of({
    status: 'sync_failed',
    attention: ['budget_reached'],
    ...synced,
    lastRun: failedBy('budget_reached', { availableAt: '2026-12-01T08:00:00Z' }),
  }),
};
export const CountMismatch: Story = {
  name: 'E-16 count_mismatch',
  args: of({
    status: 'up_to_date',
    attention: ['count_mismatch'],
    ...synced,
    verification: verification(3),
  }),
};
export const CountMismatchDark: Story = {
  ...CountMismatch,
  name: 'E-16 count_mismatch, dark',
  globals: { theme: 'dark' },
};
export const AccessLost: Story = {
  name: 'H-01 access_lost, with more beside it',
  args: of({
    status: 'sync_failed',
    attention: ['access_lost', 'count_mismatch', 'document_errors'],
    ...synced,
    verification: verification(3, 1),
    lastRun: failedBy('access_lost'),
  }),
};
export const WrongEnvironment: Story = {
  name: 'H-01 wrong_environment',
  args: of({ status: 'up_to_date', attention: ['wrong_environment'], ...synced }),
};
export const ExpiresSoon: Story = {
  name: 'H-01 authorisation_expires_soon',
  args: of({ status: 'up_to_date', attention: ['authorisation_expires_soon'], ...synced }),
};
export const Manual: Story = {
  name: 'B-03 Manual',
  args: {
    ...of({ type: 'manual', name: 'Manual', connection: null, status: 'active', initialSyncDate: null }),
  },
};
