import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { SalesTable } from '../sales/sales-table.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { fact, firstOf, isManual, openSale } from '../testing/open-sale.tsx';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SALES_DAY, saleRows } from '../testing/sales-screen.ts';

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
    const { sale } = openSale(
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
  });

  it('G-11 offers no change of an imported sale, and says where it is changed', async () => {
    openSale(({ type, state }) => type === 'invoice' && state === 'active');
    expect(await screen.findByText(/Imported sales are changed in QuickBooks Online/)).toBeVisible();
    await screen.findByText('History');
    expect(screen.queryByRole('button', { name: /Edit|Void|Delete|Remove/ })).toBeNull();
  });

  it('F-01 says that an invoice is paid', async () => {
    openSale(
      ({ type }) => type === 'invoice',
      (invoice) => void (invoice.balance = '0.00'),
    );
    await screen.findByText('Paid in full');
    expect(fact('Balance')).toBe('Paid in full');
  });

  it('F-04 shows a sale without number, customer and lines', async () => {
    openSale(
      ({ type }) => type === 'invoice',
      (invoice) => void Object.assign(invoice, { number: null, customerName: null, lines: [] }),
    );
    expect(await screen.findByRole('dialog', { name: 'Invoice without a number' })).toBeVisible();
    expect(fact('Customer')).toBe('No customer');
    expect(screen.getByText('This sale has no lines.')).toBeVisible();
  });

  it('G-12 tells what a sync changed: why, by which sync, from what to what', async () => {
    openSale(
      ({ type, state }) => type === 'invoice' && state === 'active',
      (invoice, world) => {
        const stored = world.sales.find(({ sale }) => sale.id === invoice.id);
        stored?.revisions.push({
          number: 2,
          at: '2026-11-20T10:00:00Z',
          cause: 'changed_at_source',
          run: { id: 'run_1', trigger: 'webhook' },
          user: null,
          changes: [
            { field: 'total', label: null, from: '120', to: '95.5' },
            { field: 'line', label: 'Lamp', from: '2 × 10', to: null },
          ],
        });
      },
    );
    const entry = (await screen.findByText('Changed in QuickBooks Online')).closest('li');
    expect(plain(entry?.textContent)).toContain('by a sync after news from QuickBooks Online');
    expect(entry?.querySelector('time')?.dateTime).toBe('2026-11-20T10:00:00Z');
    const changes = [...(entry?.querySelectorAll('li') ?? [])].map(({ textContent }) => plain(textContent));
    expect(changes).toEqual([
      expect.stringMatching(/^Totalfrom.*120\.00→to.*95\.50$/),
      expect.stringMatching(/^Line Lampfrom2 × 10→tonothing$/),
    ]);
  });

  it('G-12 tells what somebody changed here, and who', async () => {
    const { user, world } = openSale(isManual, (sale) => void (sale.customerName = 'Bea'));
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit sale' });
    await user.clear(within(dialog).getByLabelText('Customer'));
    await user.type(within(dialog).getByLabelText('Customer'), 'Ada');
    await user.click(within(dialog).getByText('Save changes'));
    const entry = (await screen.findByText('Edited here')).closest('li');
    expect(entry).toHaveTextContent(`by ${world.context.user.name}`);
    expect(entry?.querySelector('del')).toHaveTextContent('Bea');
    expect(entry?.querySelector('ins')).toHaveTextContent('Ada');
  });

  it('U-02 disables changes without the permission, with the reason', async () => {
    openSale(isManual, (_, world) => void (world.context.permissions = ['read']));
    const edit = await screen.findByRole('button', { name: 'Edit' });
    expect(edit).toHaveAttribute('aria-disabled', 'true');
    expect(edit).toHaveAccessibleDescription(/You do not have the permission to enter sales/);
  });

  it('U-02 offers no changes while sales tracking is off', async () => {
    openSale(isManual, (_, world) => void (world.context.salesTracking.enabled = false));
    await screen.findByText('History');
    expect(screen.queryByRole('button', { name: 'Edit' })).toBeNull();
  });

  it('L-04 shows a synced sale that looks the same', async () => {
    openSale(isManual, (manual, world) => {
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
    openSale(isManual);
    await screen.findByText('Entered here');
    await expectNoViolations(screen.getByRole('dialog'));
    expect(screen.getByRole('dialog')).toBeVisible();
  });
});
