import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { describe, expect, it } from 'vitest';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

function Host() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>Open</Button>
      <Dialog
        open={isOpen}
        onOpenChange={setOpen}
        title="A question"
        description="Of some weight."
        footer={<Button onClick={() => setOpen(false)}>Done</Button>}
      />
    </>
  );
}

describe('Dialog', () => {
  it('is named by its title, keeps the focus inside, and gives it back on Escape', async () => {
    renderInWorld('empty', <Host />, { theme: 'dark' });
    await userEvent.click(screen.getByRole('button', { name: 'Open' }));
    const dialog = screen.getByRole('dialog', { name: 'A question' });
    expect(dialog).toHaveAccessibleDescription('Of some weight.');
    expect(dialog.closest('.sc-root')).toHaveAttribute('data-theme', 'dark');
    for (let tabs = 0; tabs < 4; tabs += 1) {
      await userEvent.tab();
      expect(dialog).toContainElement(document.activeElement as HTMLElement);
    }
    await expectNoViolations(dialog);
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(screen.getByRole('button', { name: 'Open' })).toHaveFocus();
  });
});
