import type { World } from '@sales-channels/msw';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { SalesTable } from '../sales/sales-table.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SALES_DAY, saleRows } from '../testing/sales-screen.ts';

type Stored = World['sales'][number]['sale'];

const firstOf = (world: World, is: (sale: Stored) => boolean): Stored =>
  world.sales.map(({ sale }) => sale).find(is) as Stored;
const isManual = (sale: Stored) => sale.source === 'manual' && sale.number === 'STUDIO-7';

function open(is: (sale: Stored) => boolean, prepare: (sale: Stored, world: World) => void = () => {}) {
  let saleId = '';
  function Host() {
    const [shown, setShown] = useState<string | null>(saleId);
    return <SalesTable today={SALES_DAY} saleId={shown} onSaleChange={setShown} />;
  }
  const page = renderInWorld('connected', <Host />, {
    prepare: (world) => {
      const sale = firstOf(world, is);
      saleId = sale.id;
      prepare(sale, world);
    },
  });
  return { ...page, sale: () => firstOf(page.world, ({ id }) => id === saleId), user: userEvent.setup() };
}

const fact = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling?.textContent;
const plain = (text: string | null | undefined) => text?.replaceAll(/\s/g, ' ');

describe('the sale detail', () => {
  it('N-05 opens from the row by keyboard, shows the sale and gives the focus back', async () => {
    renderInWorld('connected', <SalesTable today={SALES_DAY} />);
    const [row] = await saleRows();
    const opener = within(row as HTMLElement).getByRole('button', { name: /^Open / });
    opener.focus();
    await userEvent.keyboard('{Enter}');
    const dialog = await screen.findByRole('dialog', {
      name: opener.getAttribute('aria-label')?.slice(5) ?? '',
    });
    expect(await within(dialog).findByText('History')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(opener).toHaveFocus();
  });

  it('N-05 F-01 shows lines, facts, what is still to be paid and the way to QuickBooks Online', async () => {
    const { sale } = open(
      ({ type, state }) => type === 'invoice' && state === 'active',
      (invoice) => {
        Object.assign(invoice, {
          externalUrl: 'https://app.qbo.intuit.com/app/invoice?txnId=1',
          balance: '12.5',
          discount: '2',
          tax: '3',
        });
      },
    );
    const link = await screen.findByRole('link', { name: /^Open in QuickBooks Online/ });
    expect(link).toHaveAttribute('href', sale().externalUrl);
    expect(link.getAttribute('rel')).toContain('noopener');
    expect(plain(fact('Balance'))).toBe('USD 12.50');
    expect(fact('Channel')).toBe(sale().channelName);
    expect(fact('Imported')).toMatch(/20\d\d/);
    expect(fact('Discount')).toBe('−2.00');
    expect(screen.getByRole('table', { name: 'Lines' }).querySelectorAll('tbody tr')).toHaveLength(
      sale().lines.length,
    );
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
    expect(screen.queryByRole('button', { name: 'Void sale' })).toBeNull();
  });

  it('F-01 says that an invoice is paid', async () => {
    open(
      ({ type }) => type === 'invoice',
      (invoice) => void (invoice.balance = '0.00'),
    );
    await screen.findByText('Paid in full');
    expect(fact('Balance')).toBe('Paid in full');
  });

  it('F-04 shows a sale without number, customer and lines', async () => {
    open(
      ({ type }) => type === 'invoice',
      (invoice) => void Object.assign(invoice, { number: null, customerName: null, lines: [] }),
    );
    expect(await screen.findByRole('dialog', { name: 'Invoice without a number' })).toBeVisible();
    expect(fact('Customer')).toBe('No customer');
    expect(screen.getByText('This sale has no lines.')).toBeVisible();
  });

  it('M-09 edits customer, reference and notes, and shows it in the list and the history', async () => {
    const { user, sale } = open(isManual);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit sale' });
    const customer = within(dialog).getByLabelText('Customer');
    await user.clear(customer);
    await user.type(customer, 'Ada');
    await user.click(within(dialog).getByText('Save changes'));
    await waitFor(() => expect(fact('Customer')).toBe('Ada'));
    expect(sale().customerName).toBe('Ada');
    expect(screen.getByText('The changes were saved.').tagName).toBe('OUTPUT');
    expect(await screen.findByText('Edited here')).toBeVisible();
  });

  it('M-09 voids for a reason only, and shows it', async () => {
    const { user, sale } = open(isManual);
    await user.click(await screen.findByRole('button', { name: 'Void sale' }));
    const question = await screen.findByRole('alertdialog', { name: 'Void this sale?' });
    await user.click(within(question).getByText('Void sale'));
    expect(within(question).getByText('Say why the sale is voided.')).toBeVisible();
    expect(sale().state).toBe('active');
    await user.type(within(question).getByLabelText('Reason'), 'Entered twice');
    await user.click(within(question).getByText('Void sale'));
    await waitFor(() => expect(sale().state).toBe('voided'));
    expect((await screen.findAllByText('Entered twice'))[0]).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('U-02 disables changes without the permission, with the reason', async () => {
    open(isManual, (_, world) => void (world.context.permissions = ['read']));
    const edit = await screen.findByRole('button', { name: 'Edit' });
    expect(edit).toHaveAttribute('aria-disabled', 'true');
    expect(edit).toHaveAccessibleDescription(/You do not have the permission to enter sales/);
  });

  it('U-02 offers no changes while sales tracking is off', async () => {
    open(isManual, (_, world) => void (world.context.salesTracking.enabled = false));
    await screen.findByText('History');
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('L-04 shows a synced sale that looks the same', async () => {
    open(isManual, (manual, world) => {
      const synced = firstOf(world, ({ source, state }) => source === 'synced' && state === 'active');
      Object.assign(synced, { date: manual.date, total: manual.total, currency: manual.currency });
    });
    expect(await screen.findByText(/A synced sale looks the same/)).toBeVisible();
  });

  it('says that a sale is not there', async () => {
    renderInWorld('connected', <SalesTable today={SALES_DAY} saleId="sale_none" />);
    expect(await screen.findByText('This sale is not there')).toBeVisible();
  });

  it('has no accessibility violations', async () => {
    open(isManual);
    await screen.findByText('Entered here');
    await expectNoViolations(screen.getByRole('dialog'));
    expect(screen.getByRole('dialog')).toBeVisible();
  });
});
