import type { World } from '@sales-channels/msw';
import type { Meta, StoryObj } from '@storybook/react-vite';
import { expect, screen, userEvent, waitFor } from 'storybook/test';
import { ManualSaleForm } from '../stand-alone/stand-alone.tsx';

const meta = {
  component: ManualSaleForm,
  args: { open: true, onOpenChange: () => {} },
  parameters: { docs: { story: { inline: false, iframeHeight: 720 } } },
} satisfies Meta<typeof ManualSaleForm>;
export default meta;
type Story = StoryObj<typeof meta>;

const field = (label: string) => screen.findByLabelText(label, { selector: 'input' });

async function fill(description: string, price: string): Promise<void> {
  await userEvent.type(await field('Description'), description);
  await userEvent.type(await field('Unit price'), price);
}
const inCurrency = (homeCurrency: string) => ({
  prepareWorld: (world: World) => {
    world.context.homeCurrency = homeCurrency;
    world.context.manualSales = { hasProducts: false };
  },
});

export const Empty: Story = { parameters: inCurrency('USD') };
export const BlockedUntilComplete: Story = {
  name: 'M-01 Blocked until it is complete',
  parameters: inCurrency('USD'),
  play: async () => {
    const create = await screen.findByRole('button', { name: 'Create sale' });
    await waitFor(() => expect(create).toHaveAttribute('aria-disabled', 'true'));
    await fill('Lamp', '40');
    await waitFor(() => expect(create).not.toHaveAttribute('aria-disabled', 'true'));
  },
};
export const NoSuchProduct: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      world.context.manualSales = { hasProducts: true };
    },
  },
  play: async () => {
    await userEvent.type(await field('Product or description'), 'Chandelier');
    await screen.findByText('No product found. It is saved as text.');
  },
};
export const ProductsFailed: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      world.context.manualSales = { hasProducts: true };
      world.faults.searchProducts = 'products_unavailable';
    },
  },
  play: async () => {
    await userEvent.click(await field('Product or description'));
    await waitFor(() => expect(document.querySelector('.sc-combobox-remark')).toBeVisible());
  },
};
export const Products: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      world.context.manualSales = { hasProducts: true };
    },
  },
  play: async () => {
    await userEvent.click(await field('Product or description'));
    await screen.findAllByRole('option');
  },
};
export const Faults: Story = {
  parameters: inCurrency('USD'),
  play: async () => {
    await fill('Lamp', '1,000');
    await userEvent.click(await screen.findByRole('button', { name: 'Create sale' }));
  },
};
export const Yen: Story = { parameters: inCurrency('JPY'), play: () => fill('ランプ', '33.5') };
export const KuwaitiDinar: Story = { parameters: inCurrency('KWD'), play: () => fill('Lamp', '0.0335') };
export const Hints: Story = {
  parameters: inCurrency('USD'),
  play: async () => {
    await userEvent.type(await field('Reference'), 'STUDIO-7');
    await screen.findByText(/Another manual sale has this reference/);
  },
};
export const Long: Story = {
  parameters: inCurrency('USD'),
  play: async () => {
    await fill('A lamp with a very long description that does not fit in its field', '123456789012.5');
    for (let count = 0; count < 4; count += 1) {
      await userEvent.click(await screen.findByRole('button', { name: 'Add line' }));
    }
  },
};
export const WithoutPermission: Story = {
  parameters: {
    prepareWorld: (world: World) => {
      world.context.permissions = ['read'];
    },
  },
};
export const Loading: Story = { parameters: { scenario: 'loading' } };
export const Failed: Story = { parameters: { scenario: 'serverError' } };
