import type { Sale } from '@sales-channels/contract';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { ManualSaleForm } from './manual-sale-form.tsx';
import { createButton, lineField, openManualSale, TODAY } from '../testing/open-manual-sale.tsx';

const dateField = () => screen.getByLabelText<HTMLInputElement>('Sale date');
const total = () => document.querySelector('.sc-sale-sum output')?.textContent.replaceAll(/\s/g, ' ');

describe('the manual sale form', () => {
  it('M-01 M-06 saves what was entered, shows it in the list and the totals, and gives the focus back', async () => {
    const onCreated = vi.fn<(sale: Sale) => void>();
    const { user, created, requests } = await openManualSale({ onCreated });
    expect(dateField().value).toBe(TODAY);
    expect(dateField().max).toBe(TODAY);
    await user.type(screen.getByLabelText('Customer', { selector: 'input' }), 'Ada');
    await user.type(screen.getByLabelText('Reference'), 'R-77');
    await user.type(screen.getByLabelText('Notes'), 'Paid in cash');
    await user.type(lineField('Description'), 'Lamp');
    await user.type(lineField('Unit price'), '12.345');
    const before = requests.filter(({ url }) => url.includes('/v1/sales/totals')).length;
    await user.click(createButton());
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(await created()[0]?.json()).toEqual({
      date: TODAY,
      currency: 'USD',
      number: 'R-77',
      customerName: 'Ada',
      note: 'Paid in cash',
      lines: [{ description: 'Lamp', quantity: '1', unitPrice: '12.345' }],
    });
    expect(onCreated.mock.calls.map(([sale]) => [sale.total, sale.source])).toEqual([['12.35', 'manual']]);
    expect(screen.getByText(/^The sale of USD.12\.35 was created\.$/).tagName).toBe('OUTPUT');
    expect(document.activeElement).toBe(screen.getByText('Open the form'));
    const table = await screen.findByRole('table');
    expect(await within(table).findByText('R-77')).toBeTruthy();
    await waitFor(() =>
      expect(requests.filter(({ url }) => url.includes('/v1/sales/totals')).length).toBeGreaterThan(before),
    );
  });

  it.each([
    ['USD', '0.3', '1.115', 'USD 0.33'],
    ['JPY', '3', '33.5', 'JPY 101'],
    ['KWD', '1.5', '0.0333', 'KWD 0.050'],
  ])('M-02 shows the total in %s as it will be saved', async (currency, quantity, price, written) => {
    const onCreated = vi.fn<(sale: Sale) => void>();
    const { user } = await openManualSale({ onCreated });
    fireEvent.change(screen.getByLabelText('Currency'), { target: { value: currency } });
    await user.type(lineField('Description'), 'Lamp');
    await user.clear(lineField('Quantity'));
    await user.type(lineField('Quantity'), quantity);
    await user.type(lineField('Unit price'), price);
    expect(total()).toBe(written);
    await user.click(createButton());
    await waitFor(() => expect(onCreated).toHaveBeenCalled());
    expect(`${currency} ${onCreated.mock.calls[0]?.[0].total}`).toBe(written);
  });

  it('M-02 adds up lines rounded one by one, and those that can be counted only', async () => {
    const { user } = await openManualSale();
    for (const index of [0, 1, 2]) {
      if (index > 0) await user.click(screen.getByText('Add line'));
      await user.type(lineField('Unit price', index), index === 2 ? 'much' : '0.335');
    }
    expect(total()).toBe('USD 0.68');
  });

  it('N-07 takes the decimal separator of the locale and a point, and sends plain decimals', async () => {
    const { user, created } = await openManualSale({ locale: 'de-DE' });
    await user.type(lineField('Description'), 'Lampe');
    await user.clear(lineField('Quantity'));
    await user.type(lineField('Quantity'), '1.5');
    await user.type(lineField('Unit price'), '12,50');
    await user.click(createButton());
    await waitFor(() => expect(created()).toHaveLength(1));
    expect(await created()[0]?.json()).toMatchObject({ lines: [{ quantity: '1.5', unitPrice: '12.50' }] });
  });

  it('M-01 says what is missing until there is a date and a line, and shows where', async () => {
    const { user, created } = await openManualSale();
    const reason = 'Enter a date and one line with what was sold, its quantity and its price.';
    expect(createButton()).toHaveAttribute('aria-disabled', 'true');
    expect(createButton()).toHaveAccessibleDescription(reason);
    await user.click(createButton());
    expect(await screen.findByText('Say what was sold, or remove the line.')).toBeVisible();
    expect(document.activeElement).toBe(lineField('Description'));
    expect(lineField('Description')).toHaveAttribute('aria-invalid', 'true');
    await user.type(lineField('Description'), 'Lamp');
    await user.type(lineField('Unit price'), '5');
    expect(screen.queryByText(reason)).toBeNull();
    expect(createButton()).toHaveAttribute('aria-disabled', 'false');
    expect(created()).toHaveLength(0);
  });

  it.each([
    ['Quantity', '0'],
    ['Quantity', '-1'],
    ['Quantity', '1.23456'],
    ['Unit price', '-0.01'],
    ['Unit price', '1,000'],
  ])('M-04 refuses %s %s', async (label, text) => {
    const { user, created } = await openManualSale();
    await user.type(lineField('Description'), 'Lamp');
    await user.type(lineField('Unit price'), '5');
    await user.clear(lineField(label));
    await user.type(lineField(label), text);
    await user.click(createButton());
    await waitFor(() => expect(lineField(label)).toHaveAttribute('aria-invalid', 'true'));
    expect(lineField(label)).toHaveAccessibleDescription(/^Enter a number/);
    expect(document.activeElement).toBe(lineField(label));
    expect(created()).toHaveLength(0);
  });

  it('M-04 takes a price of nothing and four decimals of a quantity', async () => {
    const { user, created } = await openManualSale();
    await user.type(lineField('Description'), 'Gift');
    await user.clear(lineField('Quantity'));
    await user.type(lineField('Quantity'), '0.0001');
    await user.type(lineField('Unit price'), '0');
    await user.click(createButton());
    await waitFor(() => expect(created()).toHaveLength(1));
  });

  it('M-05 refuses tomorrow and takes 1900', async () => {
    const { user, created } = await openManualSale();
    await user.type(lineField('Description'), 'Lamp');
    await user.type(lineField('Unit price'), '5');
    fireEvent.change(dateField(), { target: { value: '2026-11-24' } });
    await user.click(createButton());
    expect(await screen.findByText('The date cannot be after today.')).toBeVisible();
    expect(created()).toHaveLength(0);
    fireEvent.change(dateField(), { target: { value: '1900-01-01' } });
    await user.click(createButton());
    await waitFor(() => expect(created()).toHaveLength(1));
  });

  it('M-01 adds and removes lines, with the focus where one goes on', async () => {
    const { user } = await openManualSale();
    expect(screen.queryByLabelText(/^Remove line/)).toBeNull();
    await user.type(lineField('Description'), 'First');
    await user.click(screen.getByText('Add line'));
    await waitFor(() => expect(document.activeElement).toBe(lineField('Description', 1)));
    await user.type(lineField('Description', 1), 'Second');
    await user.click(screen.getByLabelText('Remove line 1'));
    expect(screen.getAllByLabelText('Description')).toHaveLength(1);
    expect(lineField('Description').value).toBe('Second');
    expect(document.activeElement).toBe(screen.getByText('Add line'));
  });

  it('asks before what was typed is lost', async () => {
    const { user, created } = await openManualSale();
    await user.type(lineField('Description'), 'Lamp');
    await user.keyboard('{Escape}');
    await screen.findByRole('alertdialog', { name: 'Leave without creating the sale?' });
    await user.click(screen.getByText('Stay here'));
    expect(lineField('Description').value).toBe('Lamp');
    await user.click(screen.getByText('Cancel'));
    await user.click(await screen.findByText('Leave'));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(created()).toHaveLength(0);
  });

  // oxlint-disable-next-line vitest/expect-expect -- the function expects
  it('has no accessibility violations, with faults and without', async () => {
    const { user } = await openManualSale();
    await expectNoViolations(screen.getByRole('dialog'));
    await user.click(createButton());
    await screen.findByText('Say what was sold, or remove the line.');
    await expectNoViolations(screen.getByRole('dialog'));
  });

  it('U-02 says why no sale can be entered', async () => {
    renderInWorld('connected', <ManualSaleForm open onOpenChange={() => {}} />, {
      prepare: (prepared) => {
        prepared.context.permissions = ['read'];
      },
    });
    expect(await screen.findByText(/You do not have the permission to enter sales/)).toBeVisible();
    expect(screen.queryByLabelText('Sale date')).toBeNull();
  });
});
