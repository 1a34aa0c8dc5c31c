import type { World } from '@sales-channels/msw';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { SalesTable } from '../sales/sales-table.tsx';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import type { RenderOptions } from '../testing/render-in-world.tsx';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SALES_DAY, saleRows } from '../testing/sales-screen.ts';

type Stored = World['sales'][number]['sale'];

const firstOf = (world: World, is: (sale: Stored) => boolean): Stored =>
  world.sales.map(({ sale }) => sale).find(is) as Stored;
const isManual = (sale: Stored) => sale.source === 'manual' && sale.number === 'STUDIO-7';

function open(
  is: (sale: Stored) => boolean,
  prepare: (sale: Stored, world: World) => void = () => {},
  options: Pick<RenderOptions, 'loses'> = {},
) {
  let saleId = '';
  function Host() {
    const [shown, setShown] = useState<string | null>(saleId);
    return <SalesTable today={SALES_DAY} saleId={shown} onSaleChange={setShown} />;
  }
  const page = renderInWorld('connected', <Host />, {
    ...options,
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
  });

  it('G-11 offers no change of an imported sale, and says where it is changed', async () => {
    open(({ type, state }) => type === 'invoice' && state === 'active');
    expect(await screen.findByText(/Imported sales are changed in QuickBooks Online/)).toBeVisible();
    await screen.findByText('History');
    expect(screen.queryByRole('button', { name: /Edit|Void|Delete|Remove/ })).toBeNull();
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

  it('M-09 stays until a void that is under way is answered, and then says so', async () => {
    const { user, sale } = open(isManual);
    await user.click(await screen.findByRole('button', { name: 'Void sale' }));
    const question = await screen.findByRole('alertdialog', { name: 'Void this sale?' });
    await user.type(within(question).getByLabelText('Reason'), 'Entered twice');
    fireEvent.click(within(question).getByText('Void sale'));
    await waitFor(() => expect(within(question).getByText('Void sale')).toHaveAttribute('data-pending'));
    fireEvent.click(within(question).getByText('Cancel'));
    expect(question).toBeVisible();
    expect(await screen.findByText('The sale was voided.')).toBeInTheDocument();
    expect(sale().state).toBe('voided');
  });

  it('M-09 asks before closing with changes, and closes at once without', async () => {
    const { user, sale } = open(isManual);
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const note = within(await screen.findByRole('dialog', { name: 'Edit sale' })).getByLabelText('Note');
    await user.type(note, 'Paid in cash');
    await user.keyboard('{Escape}');
    const question = await screen.findByRole('alertdialog', { name: 'Leave without saving the changes?' });
    await user.click(within(question).getByText('Stay here'));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(note).toHaveValue('Paid in cash');
    await user.keyboard('{Escape}');
    await user.click(within(await screen.findByRole('alertdialog')).getByText('Leave'));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit sale' })).toBeNull());
    expect(sale().note).not.toBe('Paid in cash');
    await waitFor(() => expect(screen.getByRole('button', { name: 'Edit' })).toHaveFocus());
    await user.keyboard('{Enter}');
    await screen.findByRole('dialog', { name: 'Edit sale' });
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit sale' })).toBeNull());
    expect(screen.queryByRole('alertdialog')).toBeNull();
  });

  it('M-09 says of an edit without an answer that it may have been made and can be tried again', async () => {
    let lost = 0;
    const loses = (call: string) => call.startsWith('PATCH') && (lost += 1) === 1;
    const { user, sale } = open(isManual, undefined, { loses });
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit sale' });
    await user.type(within(dialog).getByLabelText('Note'), 'Paid in cash');
    await user.click(within(dialog).getByText('Save changes'));
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent(/The changes may have been saved.*Trying again is safe/);
    const { revision } = sale();
    await user.click(within(dialog).getByText('Save changes'));
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Edit sale' })).toBeNull());
    expect(sale()).toMatchObject({ revision });
    expect(sale().note).toContain('Paid in cash');
  });

  it('M-09 says of an edit that was refused that it was not made', async () => {
    const { user, world } = open(isManual);
    world.faults.updateManualSale = 'forbidden';
    await user.click(await screen.findByRole('button', { name: 'Edit' }));
    const dialog = await screen.findByRole('dialog', { name: 'Edit sale' });
    await user.type(within(dialog).getByLabelText('Note'), 'x');
    await user.click(within(dialog).getByText('Save changes'));
    const alert = await within(dialog).findByRole('alert');
    expect(alert).toHaveTextContent('The changes were not saved');
    expect(alert).not.toHaveTextContent('Trying again');
  });

  it('M-09 says of a void without an answer that it may have been made and can be tried again', async () => {
    let lost = 0;
    const loses = (call: string) => call.endsWith('/void') && (lost += 1) === 1;
    const { user, sale } = open(isManual, undefined, { loses });
    await user.click(await screen.findByRole('button', { name: 'Void sale' }));
    const question = await screen.findByRole('alertdialog', { name: 'Void this sale?' });
    await user.type(within(question).getByLabelText('Reason'), 'Entered twice');
    await user.click(within(question).getByText('Void sale'));
    expect(await within(question).findByRole('alert')).toHaveTextContent(
      /The sale may have been voided.*Trying again is safe/,
    );
    expect(sale().state).toBe('voided');
    const { revision } = sale();
    await user.click(within(question).getByText('Void sale'));
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(sale()).toMatchObject({ revision, voidNote: 'Entered twice' });
  });

  it('G-12 tells what a sync changed: why, by which sync, from what to what', async () => {
    open(
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
    const { user, world } = open(isManual, (sale) => void (sale.customerName = 'Bea'));
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
