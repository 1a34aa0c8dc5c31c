import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';

function ask(isPending: boolean) {
  const onOpenChange = vi.fn<(open: boolean) => void>();
  renderInWorld(
    'empty',
    <ConfirmDialog
      open
      onOpenChange={onOpenChange}
      title="End it?"
      text="It ends."
      confirmLabel="End it"
      cancelLabel="Keep it"
      onConfirm={() => {}}
      isPending={isPending}
    />,
  );
  return onOpenChange;
}

async function tryToLeave() {
  await userEvent.click(screen.getByRole('button', { name: 'Keep it' }));
  await userEvent.click(screen.getByRole('button', { name: 'Close' }));
  await userEvent.keyboard('{Escape}');
}

describe('ConfirmDialog', () => {
  it('is left by its way out, its close button and Escape', async () => {
    const onOpenChange = ask(false);
    await tryToLeave();
    expect(onOpenChange.mock.calls).toEqual([[false], [false], [false]]);
  });

  it('promises nothing to be kept while it is already happening', async () => {
    const onOpenChange = ask(true);
    await tryToLeave();
    expect(screen.getByRole('button', { name: 'Keep it' })).toHaveAttribute('aria-disabled', 'true');
    expect(onOpenChange).not.toHaveBeenCalled();
  });
});
