import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { ManualSaleForm } from './manual-sale-form.tsx';
import { renderWithServer } from '../testing/render-with-server.tsx';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { renderInWorld } from '../testing/render-in-world.tsx';

const manualRow = () => screen.findByRole('listitem', { name: 'Manual' });

describe('ways to the manual sale form', () => {
  it('A-06 M-11 opens from the empty state, where nothing is connected', async () => {
    renderInWorld('notConnected', <SalesChannels />);
    const create = await screen.findByRole('button', { name: 'Create manual sale' });
    expect(screen.getByRole('button', { name: 'Connect sales channel' })).toBeVisible();
    await userEvent.click(create);
    expect(await screen.findByRole('dialog', { name: 'Create a manual sale' })).toBeVisible();
    expect(await screen.findByLabelText('Sale date')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(create).toHaveFocus());
  });

  it('C-10 gives the focus back where it was opened while the context was loading', async () => {
    let answer = () => {};
    const isAnswered = new Promise<void>((resolve) => (answer = resolve));
    function Host() {
      const [open, setOpen] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setOpen(true)}>
            Enter a sale
          </button>
          <ManualSaleForm open={open} onOpenChange={setOpen} />
        </>
      );
    }
    renderWithServer('connected', <Host />, async (sound, path) => {
      if (path === '/v1/context') await isAnswered;
      return sound;
    });
    const opener = screen.getByRole('button', { name: 'Enter a sale' });
    await userEvent.click(opener);
    await screen.findByRole('dialog', { name: 'Create a manual sale' });
    expect(screen.queryByLabelText('Sale date')).toBeNull();
    answer();
    await screen.findByLabelText('Sale date');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    await waitFor(() => expect(opener).toHaveFocus());
  });

  it('M-01 opens from the row of the Manual channel', async () => {
    renderInWorld('connected', <SalesChannels />);
    await userEvent.click(within(await manualRow()).getByRole('button', { name: 'Create sale' }));
    expect(await screen.findByRole('dialog', { name: 'Create a manual sale' })).toBeVisible();
  });

  it('U-02 stays shut without the permission, and says why', async () => {
    renderInWorld('connected', <SalesChannels />, {
      prepare: (world) => {
        world.context.permissions = ['read', 'sync', 'manage'];
      },
    });
    const create = within(await manualRow()).getByRole('button', { name: 'Create sale' });
    expect(create).toHaveAttribute('aria-disabled', 'true');
    expect(create).toHaveAccessibleDescription(/You do not have the permission to enter sales/);
    await userEvent.click(create);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('U-02 is not there while sales tracking is off', async () => {
    renderInWorld('connected', <SalesChannels />, {
      prepare: (world) => {
        world.context.salesTracking.enabled = false;
      },
    });
    expect(within(await manualRow()).queryByRole('button', { name: 'Create sale' })).toBeNull();
  });
});
