import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { dateField, openStartDate, openWizard, renderWizard, setDate } from '../testing/open-wizard.tsx';

describe('closing', () => {
  it('C-05 closes at once while nothing was entered, makes nothing and gives the focus back', async () => {
    const { user, callsOf } = await openStartDate('readyToConnect');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(callsOf('POST', '/v1/channels')).toHaveLength(0);
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Open the wizard' })),
    );
  });

  it('C-05 asks first when fields were changed', async () => {
    const { user, callsOf } = await openStartDate('readyToConnect');
    setDate('2026-09-09');
    await user.keyboard('{Escape}');
    const question = await screen.findByRole('alertdialog', { name: 'Leave without connecting?' });
    await user.click(within(question).getByRole('button', { name: 'Stay here' }));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    expect(dateField().value).toBe('2026-09-09');
    await user.click(screen.getByRole('button', { name: 'Close' }));
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(callsOf('POST', '/v1/channels')).toHaveLength(0);
  });

  it('forgets what was entered once closed', async () => {
    const { user } = await openStartDate('readyToConnect');
    setDate('2026-09-09');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Leave' }));
    await user.click(screen.getByRole('button', { name: 'Open the wizard' }));
    await user.click(await screen.findByRole('button', { name: 'Continue' }));
    expect(dateField().value).toBe('2026-01-01');
  });
});

describe('keyboard and focus', () => {
  it('C-10 does not take the click on Continue for one on Connect, whose place it is', async () => {
    const { user } = await openWizard('readyToConnect');
    await screen.findByRole('radio', { name: /Brightwater Lighting/ });
    const next = screen.getByRole('button', { name: 'Continue' });
    await user.click(next);
    expect(await screen.findByRole('button', { name: 'Connect' })).not.toBe(next);
    expect(next.isConnected).toBe(false);
  });

  it('C-10 goes through all steps by keyboard, with the focus on each heading', async () => {
    const { user } = renderWizard('readyToConnect');
    await user.tab();
    await user.keyboard('{Enter}');
    const source = await screen.findByRole('heading', {
      name: 'Step 1 of 3: Where do your sales come from?',
    });
    await waitFor(() => expect(document.activeElement).toBe(source));
    const list = screen.getByRole('list', { name: 'Steps' });
    const currentStep = () =>
      within(list).getByText((_, element) => element?.getAttribute('aria-current') === 'step');
    expect(currentStep().textContent).toContain('Source');

    await screen.findByRole('radio', { name: /Brightwater Lighting/ });
    const press = async (name: string) => {
      for (let count = 0; count < 20 && document.activeElement?.textContent !== name; count += 1)
        await user.tab();
      await user.keyboard('{Enter}');
    };
    await press('Continue');
    const startDate = await screen.findByRole('heading', { name: 'Step 2 of 3: From when?' });
    expect(document.activeElement).toBe(startDate);
    expect(currentStep().textContent).toContain('Start date');

    await press('Connect');
    const done = await screen.findByRole('heading', {
      name: /Step 3 of 3: Brightwater Lighting Co\. is connected/,
    });
    await waitFor(() => expect(document.activeElement).toBe(done));
    expect(currentStep().textContent).toContain('Done');
    await press('Done');
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
