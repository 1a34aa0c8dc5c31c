import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { userEvent, within } from 'storybook/test';
import { SalesChart } from '../stand-alone/stand-alone.tsx';
import { untilSettled } from '../testing/until-settled.ts';

const meta = { component: SalesChart, play: untilSettled } satisfies Meta<typeof SalesChart>;
export default meta;
type Story = StoryObj<typeof meta>;

export const ByMonth: Story = {};
export const ByWeekAndChannel: Story = {
  play: async ({ canvasElement }) => {
    await untilSettled({ canvasElement });
    const canvas = within(canvasElement);
    await userEvent.selectOptions(await canvas.findByRole('combobox', { name: 'Period' }), 'week');
    await userEvent.selectOptions(canvas.getByRole('combobox', { name: 'Split' }), 'channel');
    await untilSettled({ canvasElement });
  },
};
export const AsTable: Story = {
  play: async ({ canvasElement }) => {
    await untilSettled({ canvasElement });
    await userEvent.click(await within(canvasElement).findByRole('button', { name: 'Show as table' }));
  },
};
export const CreditMemos: Story = { args: { filters: { type: 'credit_memo' } } };
export const SeveralCurrencies: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      for (const [index, { sale }] of world.sales.entries()) if (index % 3 === 0) sale.currency = 'EUR';
    },
  },
};
export const Empty: Story = { args: { filters: { search: 'nobody of that name' } } };
export const Loading: Story = { parameters: { scenario: 'loading' }, play: () => {} };
export const Failed: Story = { parameters: { scenario: 'serverError' } };
export const Dark: Story = { globals: { theme: 'dark' } };
export const RightToLeft: Story = { globals: { language: 'ar' } };
export const Narrow: Story = {
  decorators: [
    (Part) => (
      <div style={{ inlineSize: 320 }}>
        <Part />
      </div>
    ),
  ],
};
