import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { fact, isManual, openSale } from '../testing/open-sale.tsx';

describe('changing a sale', () => {
  it('M-09 edits customer, reference and notes, and shows it in the list and the history', async () => {
    const { user, sale } = openSale(isManual);
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
    const { user, sale } = openSale(isManual);
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
    const { user, sale } = openSale(isManual);
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
    const { user, sale } = openSale(isManual);
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
    const { user, sale } = openSale(isManual, undefined, { loses });
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
    const { user, world } = openSale(isManual);
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
    const { user, sale } = openSale(isManual, undefined, { loses });
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
});
