import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { SalesTable } from '../stand-alone/stand-alone.tsx';
import { untilSettled } from '../testing/until-settled.ts';

const meta = {
  component: SalesTable,
  play: untilSettled,
  args: { today: new Date().toISOString().slice(0, 10) },
} satisfies Meta<typeof SalesTable>;
export default meta;
type Story = StoryObj<typeof meta>;

export const Sales: Story = {};
export const Voided: Story = { args: { filters: { state: 'voided' } } };
export const CreditMemos: Story = { args: { filters: { type: 'credit_memo' } } };
export const NoMatch: Story = { args: { filters: { search: 'nobody of that name' } } };
export const Empty: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      world.sales = [];
    },
  },
};
export const OutOfRange: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      for (const [index, { sale }] of world.sales.entries()) sale.outOfRange = index % 5 === 0;
    },
  },
};
export const WithoutNumbersOrCustomers: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      for (const { sale } of world.sales) Object.assign(sale, { number: null, customerName: null });
    },
  },
};
export const Loading: Story = { parameters: { scenario: 'loading' }, play: () => {} };
export const Failed: Story = { parameters: { scenario: 'serverError' } };
export const Dark: Story = { globals: { theme: 'dark' } };
