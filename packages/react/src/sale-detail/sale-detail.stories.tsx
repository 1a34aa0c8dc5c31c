import type { Sale } from '@sales-channels/contract';
import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { userEvent, within } from 'storybook/test';
import { SalesTable } from '../stand-alone/stand-alone.tsx';

const meta = {
  component: SalesTable,
  args: { today: new Date().toISOString().slice(0, 10) },
  parameters: { docs: { story: { inline: false, iframeHeight: 720 } } },
} satisfies Meta<typeof SalesTable>;
export default meta;
type Story = StoryObj<typeof meta>;

type Play = NonNullable<Story['play']>;

const openFirst: Play = async ({ canvasElement }) => {
  const page = within(canvasElement);
  await userEvent.click((await page.findAllByRole('button', { name: /^Open / }))[0] as HTMLElement);
  await within(document.body).findByRole('dialog');
};
const only = (is: (sale: Sale) => boolean, changes: Partial<Sale> = {}) => ({
  prepareWorld: (world: World) => {
    world.sales = world.sales.filter(({ sale }) => is(sale));
    Object.assign(world.sales.at(-1)?.sale ?? {}, changes);
  },
});
const isInvoice = ({ type, state }: Sale) => type === 'invoice' && state === 'active';
const isManual = ({ source }: Sale) => source === 'manual';

export const Invoice: Story = { parameters: only(isInvoice), play: openFirst };
export const CreditMemo: Story = { parameters: only(({ type }) => type === 'credit_memo'), play: openFirst };
export const Manual: Story = { parameters: only(isManual), play: openFirst };
export const Voided: Story = {
  parameters: only(({ source, number }) => source === 'manual' && number === 'STUDIO-7', {
    state: 'voided',
    voidReason: 'voided_here',
    voidNote: 'Entered twice',
  }),
  play: openFirst,
};
const openManual =
  (button: string): Play =>
  async (context) => {
    await openFirst(context);
    await userEvent.click(await within(document.body).findByRole('button', { name: button }));
    await within(document.body).findByRole(/Void/.test(button) ? 'alertdialog' : 'dialog', {
      name: /Void this sale|Edit sale/,
    });
  };
export const Voiding: Story = {
  name: 'M-09 Voiding asks for a reason',
  parameters: only(isManual),
  play: openManual('Void sale'),
};
export const Editing: Story = {
  name: 'M-09 Editing',
  parameters: only(isManual),
  play: openManual('Edit'),
};
export const NotFound: Story = { args: { saleId: 'sale_none' } };
export const Failed: Story = {
  args: { saleId: 'sale_1' },
  parameters: {
    prepareWorld: (world: World) => {
      world.faults.getSale = 'internal';
    },
  },
};
export const Loading: Story = {
  args: { saleId: 'sale_1' },
  parameters: {
    prepareWorld: (world: World) => {
      world.hanging.add('getSale');
    },
  },
};
