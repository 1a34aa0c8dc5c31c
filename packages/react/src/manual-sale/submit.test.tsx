import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ManualSalePage } from '../testing/open-manual-sale.tsx';
import { createButton, lineField, openManualSale } from '../testing/open-manual-sale.tsx';

const keysOf = (requests: readonly Request[]) =>
  requests.map(({ headers }) => headers.get('idempotency-key'));

async function openFilled(given: ManualSalePage = {}) {
  const page = await openManualSale(given);
  await page.user.type(lineField('Description'), 'Lamp');
  await page.user.type(lineField('Unit price'), '5');
  return page;
}

describe('creating a manual sale', () => {
  it('M-07 makes one sale on a double click', async () => {
    const { user, world, created } = await openFilled();
    const before = world.sales.length;
    await user.dblClick(createButton());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(created()).toHaveLength(1);
    expect(world.sales).toHaveLength(before + 1);
  });

  it('M-07 makes one sale when its answer was lost, and says that trying again is safe', async () => {
    const { user, world, created } = await openFilled({ loseAnswers: 1 });
    const before = world.sales.length;
    await user.click(createButton());
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The sale may have been created');
    expect(alert).toHaveTextContent('Trying again without changes is safe');
    expect(lineField('Description').value).toBe('Lamp');
    await user.click(createButton());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    const [first, second] = keysOf(created());
    expect(second).toBe(first);
    expect(world.sales).toHaveLength(before + 1);
  });

  it('M-07 takes another key once something else is asked for', async () => {
    const { user, created } = await openFilled({ loseAnswers: 1 });
    await user.click(createButton());
    await screen.findByRole('alert');
    await user.type(lineField('Unit price'), '0');
    await user.click(createButton());
    await waitFor(() => expect(created()).toHaveLength(2));
    expect(new Set(keysOf(created())).size).toBe(2);
  });

  it('M-07 keeps what was typed when it is refused', async () => {
    const { user } = await openFilled({
      prepare: (world) => void (world.faults.createManualSale = 'sales_tracking_disabled'),
    });
    await user.click(createButton());
    expect(await screen.findByRole('alert')).toHaveTextContent('The sale was not created');
    expect(lineField('Description').value).toBe('Lamp');
  });
});

describe('hints', () => {
  it('M-08 tells of a manual sale with the same reference, and stops nothing', async () => {
    const { user, created } = await openFilled();
    await user.type(screen.getByLabelText('Reference'), 'STUDIO-7');
    expect(await screen.findByText(/Another manual sale has this reference/)).toHaveTextContent('STUDIO-7');
    await user.click(createButton());
    await waitFor(() => expect(created()).toHaveLength(1));
  });

  it('L-04 tells of a synced sale that looks the same', async () => {
    await openFilled({
      prepare: (world) => {
        const synced = world.sales.find(({ sale }) => sale.source === 'synced' && sale.state === 'active');
        Object.assign(synced?.sale ?? {}, { date: '2026-11-22', currency: 'USD', total: '5.00' });
      },
    });
    expect(await screen.findByText(/A synced sale looks the same/)).toBeVisible();
  });
});

describe('products', () => {
  const withProducts: ManualSalePage = {
    prepare: (world) => {
      world.context.manualSales = { hasProducts: true };
      world.products = [
        { id: 'p1', name: 'Desk lamp', code: 'DL-1', unitPrice: { amount: '39.5', currency: 'USD' } },
        { id: 'p2', name: 'Floor lamp', code: null, unitPrice: { amount: '80', currency: 'EUR' } },
      ];
    },
  };

  it('M-03 picks a product by keyboard, with its price, and sends which it was', async () => {
    const { user, created, requests } = await openManualSale(withProducts);
    const field = lineField('Product or description');
    await user.type(field, 'lamp');
    const list = screen.getByRole('listbox', { name: 'Products' });
    await within(list).findByRole('option', { name: /Desk lamp/ });
    await waitFor(() => expect(requests.some(({ url }) => url.endsWith('search=lamp'))).toBe(true));
    expect(requests.some(({ url }) => url.endsWith('search=lam'))).toBe(false);
    await within(list).findByRole('option', { name: /Desk lamp/ });
    await user.keyboard('{ArrowDown}');
    expect(field).toHaveAttribute(
      'aria-activedescendant',
      within(list).getByRole('option', { name: /Desk lamp/ }).id,
    );
    await user.keyboard('{Enter}');
    expect(field).toHaveAttribute('aria-expanded', 'false');
    expect(field.value).toBe('Desk lamp');
    expect(lineField('Unit price').value).toBe('39.5');
    await user.click(createButton());
    await waitFor(() => expect(created()).toHaveLength(1));
    expect(await created()[0]?.json()).toMatchObject({
      lines: [{ productId: 'p1', quantity: '1', unitPrice: '39.5' }],
    });
  });

  it('M-03 brings no price in another currency, and takes words instead of a product', async () => {
    const { user, created } = await openManualSale(withProducts);
    const field = lineField('Product or description');
    await user.type(field, 'floor');
    await user.click(await screen.findByRole('option', { name: /Floor lamp/ }));
    expect(lineField('Unit price').value).toBe('');
    await user.type(field, ' repaired');
    await user.keyboard('{Escape}');
    expect(screen.getByRole('dialog')).toBeVisible();
    await user.type(lineField('Unit price'), '7');
    await user.click(createButton());
    await waitFor(() => expect(created()).toHaveLength(1));
    expect(await created()[0]?.json()).toMatchObject({ lines: [{ description: 'Floor lamp repaired' }] });
  });

  it('M-03 marks the line whose product the server refuses', async () => {
    const { user, world } = await openManualSale(withProducts);
    const field = lineField('Product or description');
    await user.type(field, 'desk');
    await user.click(await screen.findByRole('option', { name: /Desk lamp/ }));
    world.products = [];
    await user.click(createButton());
    expect(
      await screen.findByText('This product cannot be sold. Pick another, or describe it.'),
    ).toBeVisible();
    expect(field).toHaveFocus();
  });
});
