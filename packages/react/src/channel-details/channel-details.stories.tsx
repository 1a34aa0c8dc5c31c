import { createProblem } from '@sales-channels/contract';
import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor, within } from 'storybook/test';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { untilSettled } from '../testing/until-settled.ts';

type Play = NonNullable<Story['play']>;

const open: Play = async (context) => {
  await untilSettled(context);
  await userEvent.click(
    await within(context.canvasElement).findByRole('button', { name: /^More about/ }, { timeout: 5_000 }),
  );
  await screen.findByRole('list', { name: 'Sync history' }, { timeout: 5_000 });
};
const press =
  (name: string | RegExp): Play =>
  async (context) => {
    await open(context);
    await userEvent.click(await screen.findByRole('button', { name }, { timeout: 5_000 }));
  };

const longErrors = ({ runs }: World) => {
  const last = runs.at(-1)?.run;
  if (last === undefined) return;
  const reason =
    'The line amounts do not add up to the subtotal, and the discount line names an account that is not in the chart of accounts of this company.';
  Object.assign(last, {
    state: 'completed_with_errors',
    counts: { ...last.counts, errors: 30 },
    errors: Array.from({ length: 30 }, (_, index) => ({
      type: 'invoice',
      externalId: `${3871 + index}`,
      number: index % 3 === 0 ? null : `INV-2026-${5217 + index}-BRIGHTWATER-RENTALS-AND-STAGING`,
      reason,
    })),
  });
};

const meta = { component: SalesChannels, title: 'Channel details' } satisfies Meta<typeof SalesChannels>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Details: Story = { name: 'B-02 E-12 Details', play: open };
export const LongErrors: Story = {
  name: 'E-12 Long errors',
  parameters: { prepareWorld: longErrors },
  play: async (context) => {
    await open(context);
    const [summary] = within(screen.getByRole('dialog')).getAllByText('Documents that could not be imported');
    if (summary) await userEvent.click(summary);
  },
};
export const FailedSync: Story = {
  name: 'E-12 Failed sync',
  parameters: { scenario: 'failed' },
  play: open,
};
export const CountMismatch: Story = {
  name: 'E-16 Counts that differ',
  parameters: { scenario: 'countMismatch' },
  play: open,
};
export const BudgetReached: Story = {
  name: 'H-01 Calls used up',
  parameters: { scenario: 'budgetReached' },
  play: open,
};
export const EndsSoon: Story = {
  name: 'H-01 Authorization that ends soon',
  parameters: { scenario: 'authorisationExpiresSoon' },
  play: open,
};
export const ByItself: Story = {
  name: 'E-14 Syncs by itself',
  parameters: { scenario: 'syncsByItself' },
  play: open,
};
export const BeforeStock: Story = {
  name: 'E-07 An earlier date before stock was tracked',
  parameters: {
    prepareWorld: (world: World) => {
      world.context.stockTrackedSince = '2024-06-01';
    },
  },
  play: async (context) => {
    await press('Change the initial sync date')(context);
    const date = await screen.findByLabelText('New date');
    await userEvent.clear(date);
    await userEvent.type(date, '2024-01-01');
    await screen.findByText(/^Stock is tracked here since/);
  },
};
export const HistoryFailed: Story = {
  name: 'B-07 History that could not be loaded',
  parameters: {
    prepareWorld: ({ faults }: World) => {
      faults.listRuns = 'forbidden';
    },
  },
  play: async (context) => {
    await untilSettled(context);
    await userEvent.click(await within(context.canvasElement).findByRole('button', { name: /^More about/ }));
    await screen.findByText('The sync history could not be loaded');
  },
};
export const ChangeDateEarlier: Story = {
  name: 'D-07 Change the date after the first sync',
  play: press('Change the initial sync date'),
};
export const NeverLater: Story = {
  name: 'D-07 The date cannot move later',
  play: async (context) => {
    await press('Change the initial sync date')(context);
    const date = await screen.findByLabelText('New date');
    const [year = '', month, day] = (date as HTMLInputElement).value.split('-');
    await userEvent.clear(date);
    await userEvent.type(date, `${year}-${month}-${day === '28' ? '29' : '28'}`);
    await userEvent.click(screen.getByRole('button', { name: 'Change date' }));
    await waitFor(() => expect(date).toHaveAttribute('aria-invalid', 'true'));
  },
};
export const Deactivate: Story = { name: 'I-06 Deactivate', play: press('Deactivate channel') };
export const KeepActive: Story = {
  name: 'I-06 Deactivating asks first, and can be left',
  play: async (context) => {
    await press('Deactivate channel')(context);
    const question = await screen.findByRole('alertdialog', { name: /^Deactivate/ });
    await userEvent.click(within(question).getByRole('button', { name: 'Keep it active' }));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    await expect(within(screen.getByRole('dialog')).getByText('Up to date')).toBeVisible();
  },
};
export const Remove: Story = {
  name: 'J-06 Remove',
  parameters: { scenario: 'neverSynced' },
  play: async (context) => {
    await untilSettled(context);
    await userEvent.click(await within(context.canvasElement).findByRole('button', { name: /^More about/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Remove channel' }, { timeout: 5_000 }));
  },
};
export const ForReaders: Story = {
  name: 'U-02 For somebody who may only look',
  parameters: { scenario: 'readOnly' },
  play: open,
};
export const AccessLost: Story = {
  name: 'H-07 Access lost',
  parameters: {
    prepareWorld: ({ runs }: World) => {
      const last = runs.at(-1)?.run;
      if (last) Object.assign(last, { state: 'failed', problem: createProblem('access_lost') });
    },
  },
  play: open,
};
export const Dark: Story = { name: 'E-12 Dark', globals: { theme: 'dark' }, play: open };
