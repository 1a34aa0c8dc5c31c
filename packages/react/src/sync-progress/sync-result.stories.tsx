import type { Meta, StoryObj } from '@storybook/react-vite';
import { SyncResult } from '../stand-alone/stand-alone.tsx';
import { runOf } from '../testing/run-of.ts';

const counts = { created: 12, updated: 3, voided: 1, unchanged: 240, errors: 0 };
const reason = 'The line amounts do not add up to the subtotal.';

const meta = {
  component: SyncResult,
  args: { run: runOf({ state: 'succeeded', counts }) },
} satisfies Meta<typeof SyncResult>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Succeeded: Story = {};
export const NothingNew: Story = {
  args: { run: runOf({ state: 'succeeded', counts: { ...counts, created: 0, updated: 0, voided: 0 } }) },
};
export const WithErrors: Story = {
  args: {
    run: runOf({
      state: 'completed_with_errors',
      counts: { ...counts, errors: 2 },
      errors: [
        { type: 'invoice', externalId: '3871', number: '5217', reason },
        { type: 'credit_memo', externalId: '3904', number: null, reason },
      ],
    }),
  },
};
