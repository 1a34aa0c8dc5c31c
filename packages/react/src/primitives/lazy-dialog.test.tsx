import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { LazyDialog } from './lazy-dialog.tsx';

interface Opening {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

const Loaded = ({ open }: Opening) => open && <p>It is here</p>;

function renderFailing() {
  const fault = new Error('The chunk is gone.');
  const load = vi.fn<() => Promise<typeof Loaded>>(async () => Loaded).mockRejectedValueOnce(fault);
  const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
  function Host() {
    const [open, setOpen] = useState(false);
    return (
      <>
        <button type="button" onClick={() => setOpen(true)}>
          Open it
        </button>
        <LazyDialog title="A part" load={load} dialog={{ open, onOpenChange: setOpen }} />
      </>
    );
  }
  renderInWorld('connected', <Host />, { onError });
  return { fault, load, onError, opener: screen.getByRole('button', { name: 'Open it' }) };
}

describe('a dialog that could not be loaded', () => {
  // React says on the console what a boundary caught.
  const quiet = () => void vi.spyOn(console, 'error').mockImplementation(() => {});
  afterEach(() => vi.restoreAllMocks());

  it('B-07 says so, tells the host, and loads when tried again', async () => {
    quiet();
    const { fault, onError, opener } = renderFailing();
    await userEvent.click(opener);
    expect(await screen.findByRole('dialog', { name: 'A part' })).toBeVisible();
    expect(onError.mock.calls).toEqual([[fault]]);
    const retry = screen.getByRole('button', { name: 'Try again' });
    expect(retry).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('It is here')).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('B-07 closes with Escape, gives the focus back, and is tried anew when it is opened anew', async () => {
    quiet();
    const { load, opener } = renderFailing();
    await userEvent.click(opener);
    await screen.findByRole('dialog', { name: 'A part' });
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(opener).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(await screen.findByText('It is here')).toBeVisible();
    expect(load).toHaveBeenCalledTimes(2);
  });
});
