import { EARLIEST_DATE } from '@sales-channels/contract';
import type { SalesChannelsEvents } from '../provider/events.ts';
import { onlineManager } from '@tanstack/react-query';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { expectNoViolations } from '../testing/expect-no-violations.ts';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SalesChannels } from './sales-channels.tsx';

const row = (name: RegExp) => screen.findByRole('listitem', { name });
const connectButton = () => screen.findByRole('button', { name: 'Connect sales channel' });

describe('SalesChannels', () => {
  afterEach(() => {
    onlineManager.setOnline(true);
    vi.unstubAllGlobals();
  });

  it('B-02 B-04 lists accounting first, then Manual, with company, type, date, status and last counts', async () => {
    const { container } = renderInWorld('connected', <SalesChannels />);
    const accounting = await row(/QuickBooks Online · Brightwater/);
    expect(accounting).toHaveTextContent(/Accounting.*since .*20\d\d.*synced 2 hr\. ago/);
    expect(accounting).toHaveTextContent(/Up to date/);
    expect(accounting).toHaveTextContent(
      /\d+ created · \d+ updated · 1 voided · \d+ already up to date · 0 errors/,
    );
    const list = screen.getByRole('list', { name: 'Sales channels' });
    const names = [...list.children].map((item) => item.getAttribute('aria-label'));
    expect(names.at(-1)).toBe('Manual');
    expect(names[0]).toMatch(/QuickBooks/);
    await screen.findByRole('table');
    await expectNoViolations(container);
  });

  it('B-02 says in words that a channel has everything, not a date nobody chose', async () => {
    renderInWorld('connected', <SalesChannels />, {
      prepare: (world) => {
        for (const channel of world.channels)
          if (channel.type === 'accounting') channel.initialSyncDate = EARLIEST_DATE;
      },
    });
    expect(await row(/QuickBooks Online · Brightwater/)).toHaveTextContent(/Accounting\s*all dates/);
  });

  it('B-03 gives the Manual channel no more than that it is active', async () => {
    renderInWorld('connected', <SalesChannels />);
    const manual = await row(/^Manual$/);
    expect(manual).toHaveTextContent('ManualSales entered by handActive');
    expect(
      within(manual)
        .getAllByRole('button')
        .map(({ textContent }) => textContent),
    ).toEqual(['Create sale']);
  });

  it('B-05 shows POS and Ecommerce as coming soon', async () => {
    renderInWorld('connected', <SalesChannels />);
    const planned = await screen.findByRole('list', { name: 'Planned sales channels' });
    expect(planned).toHaveTextContent(/POS.*Coming soon.*Ecommerce.*Coming soon/);
    expect(within(planned).queryByRole('button')).toBeNull();
  });

  it('B-07 shows skeletons while nothing has come yet', async () => {
    renderInWorld('loading', <SalesChannels />);
    expect((await screen.findAllByText('Loading…')).length).toBeGreaterThan(0);
    expect(screen.queryByRole('list', { name: 'Sales channels' })).toBeNull();
  });

  it('B-07 says what failed and tries again', async () => {
    const { world } = renderInWorld('connected', <SalesChannels />, {
      prepare: ({ faults }) => {
        faults.listChannels = 'forbidden';
      },
    });
    expect(await screen.findByText('Your sales channels could not be loaded')).toBeVisible();
    delete world.faults.listChannels;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await row(/QuickBooks/)).toBeVisible();
  });

  it('B-07 U-02 says so to somebody without any permission, with nothing to press', async () => {
    renderInWorld('noPermission', <SalesChannels />);
    expect(await screen.findByText('You cannot see sales here')).toBeVisible();
    expect(screen.queryByRole('button')).toBeNull();
  });

  it('B-07 keeps a broken channel from blanking the others', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
    renderInWorld('connected', <SalesChannels />, {
      onError,
      messages: {
        channels: {
          since: () => {
            throw new Error('broken');
          },
        },
      },
    });
    expect(await screen.findByText('This channel could not be shown.')).toBeVisible();
    expect(await row(/^Manual$/)).toBeVisible();
    expect(await screen.findByRole('table')).toBeVisible();
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ message: 'broken' }));
  });

  it('A-01 names the plan and has no connect button', async () => {
    const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
    renderInWorld('notInPlan', <SalesChannels />, { onError });
    expect(await screen.findByText(/part of the Growth plan/)).toBeVisible();
    await waitFor(() => expect(screen.queryByText('Loading…')).toBeNull());
    expect(screen.queryByRole('button')).toBeNull();
    expect(onError).not.toHaveBeenCalled();
  });

  it('K-05 still shows, read-only, what there is when the plan loses sales tracking', async () => {
    renderInWorld('connected', <SalesChannels />, {
      prepare: ({ context }) => {
        context.entitlements.salesTracking = { allowed: false, requiredPlan: 'Growth' };
      },
    });
    expect(await screen.findByText(/part of the Growth plan/)).toBeVisible();
    expect(await row(/QuickBooks/)).toBeVisible();
    expect(await screen.findByRole('table')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Connect|Sync now/ })).toBeNull();
    expect(screen.queryByRole('switch')).toBeNull();
  });

  it('A-02 says why sales tracking cannot be turned on', async () => {
    renderInWorld('prerequisiteMissing', <SalesChannels />);
    expect(await screen.findByText(/Turn on Receiving before sales tracking/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Turn on sales tracking' })).toBeDisabled();
  });

  it('A-03 A-06 turns sales tracking on, shows Manual and offers to connect, and keeps the focus', async () => {
    const { container } = renderInWorld('empty', <SalesChannels />);
    await userEvent.click(await screen.findByRole('button', { name: 'Turn on sales tracking' }));
    expect(await row(/^Manual$/)).toBeVisible();
    expect(await screen.findByText('No accounting channel yet')).toBeVisible();
    expect(await connectButton()).toBeEnabled();
    expect(screen.getByRole('heading', { name: 'Sales channels' })).toHaveFocus();
    await expectNoViolations(container);
  });

  it('A-04 asks before turning sales tracking off; "Keep it on" changes nothing', async () => {
    const { world } = renderInWorld('connected', <SalesChannels />);
    const tracking = await screen.findByRole('switch', { name: 'Sales tracking' });
    await userEvent.click(tracking);
    const question = await screen.findByRole('alertdialog', { name: 'Turn off sales tracking?' });
    expect(question).toHaveTextContent(/Every channel stops syncing.*all sales are kept/);
    expect(within(question).getByRole('button', { name: 'Keep it on' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
    expect(world.context.salesTracking.enabled).toBe(true);
    expect(tracking).toBeChecked();
    expect(tracking).toHaveFocus();
  });

  it('A-04 turns it off with every channel kept, and on again', async () => {
    renderInWorld('connected', <SalesChannels />);
    await userEvent.click(await screen.findByRole('switch', { name: 'Sales tracking' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Turn off sales tracking' }));
    await waitFor(async () =>
      expect(await row(/QuickBooks/)).toHaveTextContent(/Sales tracking is off.*Inactive/),
    );
    expect(screen.queryByRole('button', { name: /Connect sales channel|Sync now/ })).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: 'Sales tracking' }));
    await waitFor(async () => expect(await row(/QuickBooks/)).toHaveTextContent(/Up to date/));
  });

  it('A-04 does not turn it off later when that was tried offline and given up', async () => {
    const { world } = renderInWorld('connected', <SalesChannels />);
    await userEvent.click(await screen.findByRole('switch', { name: 'Sales tracking' }));
    onlineManager.setOnline(false);
    world.faults.setSalesTracking = 'internal';
    await userEvent.click(await screen.findByRole('button', { name: 'Turn off sales tracking' }));
    await screen.findByRole('alert');
    delete world.faults.setSalesTracking;
    await userEvent.click(screen.getByRole('button', { name: 'Keep it on' }));
    onlineManager.setOnline(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.context.salesTracking.enabled).toBe(true);
  });

  it('B-07 asks at once, also when the browser says that it is offline', async () => {
    onlineManager.setOnline(false);
    renderInWorld('connected', <SalesChannels />);
    expect(await row(/QuickBooks/)).toBeVisible();
  });

  it('P-05 connects, whatever the host’s callback throws', async () => {
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const fault = new Error('the host’s');
    renderInWorld('readyToConnect', <SalesChannels />, {
      onConnected: () => {
        throw fault;
      },
    });
    await userEvent.click(await connectButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Connect' }));
    expect(await screen.findByRole('heading', { name: /is connected/ })).toBeVisible();
    expect(report.mock.calls).toEqual([[fault]]);
  });

  it('A-02 says beside the switch why it cannot be turned on again', async () => {
    renderInWorld('trackingOff', <SalesChannels />, {
      prepare: ({ context }) => {
        context.salesTracking.prerequisite = 'Turn on Receiving first.';
      },
    });
    const tracking = await screen.findByRole('switch');
    expect(tracking).toBeDisabled();
    expect(tracking).toHaveAccessibleDescription(/Turn on Receiving first\.$/);
  });

  it('says why sales tracking could not be turned on', async () => {
    const { world } = renderInWorld('trackingOff', <SalesChannels />);
    const tracking = await screen.findByRole('switch');
    world.faults.setSalesTracking = 'provider_busy';
    await userEvent.click(tracking);
    expect(await screen.findByRole('alert')).toHaveTextContent('QuickBooks Online is busy. Try again later.');
    expect(tracking).not.toBeChecked();
  });

  it('U-02 hides what may not be managed and says why a sync may not be asked for', async () => {
    renderInWorld('readOnly', <SalesChannels />);
    const sync = await screen.findByRole('button', { name: /Sync now/ });
    expect(sync).toHaveAttribute('aria-disabled', 'true');
    expect(sync).toHaveAccessibleDescription('Your role does not include syncing.');
    expect(screen.queryByRole('switch')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Connect sales channel' })).toBeNull();
  });

  it('C-10 opens the wizard from its button and gives the focus back', async () => {
    renderInWorld('connected', <SalesChannels />);
    const button = await connectButton();
    await userEvent.click(button);
    expect(await screen.findByRole('dialog')).toBeVisible();
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveFocus());
  });

  it('C-10 puts the focus on the title when the button that opened the wizard is gone', async () => {
    const { world } = renderInWorld('readyToConnect', <SalesChannels />);
    await userEvent.click(await connectButton());
    await userEvent.click(await screen.findByRole('button', { name: 'Continue' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Connect' }));
    await userEvent.click(await screen.findByRole('button', { name: 'Done' }));
    expect(world.channels).toHaveLength(2);
    await waitFor(() => expect(screen.getByRole('heading', { name: 'Sales channels' })).toHaveFocus());
  });
});
