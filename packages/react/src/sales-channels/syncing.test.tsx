import type { SalesChannelsEvents } from '../provider/events.ts';
import { act, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { SalesChannels } from './sales-channels.tsx';

const row = () => screen.findByRole('listitem', { name: /QuickBooks/ });
const pass = (ms: number) => act(() => vi.advanceTimersByTimeAsync(ms));

describe('syncing', () => {
  beforeEach(() => void vi.useFakeTimers({ shouldAdvanceTime: true }));
  afterEach(() => void vi.useRealTimers());
  const user = () => userEvent.setup({ advanceTimers: (ms) => vi.advanceTimersByTime(ms) });

  it('E-01 E-03 shows progress until the run ends, then what it did, zeros included', async () => {
    renderInWorld('connected', <SalesChannels />);
    const channel = await row();
    await user().click(within(channel).getByRole('button', { name: /Sync now/ }));
    expect(await within(channel).findByRole('progressbar')).toBeVisible();
    expect(channel).toHaveTextContent('Syncing');
    expect(within(channel).getByRole('button', { name: /Sync now/ })).toHaveAttribute(
      'aria-disabled',
      'true',
    );
    await pass(6000);
    await waitFor(() => expect(within(channel).queryByRole('progressbar')).toBeNull());
    expect(channel).toHaveTextContent(/0 created · 0 updated · 0 voided · \d+ already up to date · 0 errors/);
    expect(within(channel).getAllByRole('status').at(-1)).toHaveTextContent(
      /Sync of QuickBooks.* finished: 0 created/,
    );
  });

  it('P-05 tells the host of a finished sync once, with two widgets on the page', async () => {
    const onSyncFinished = vi.fn<NonNullable<SalesChannelsEvents['onSyncFinished']>>();
    const two = (
      <>
        <SalesChannels />
        <SalesChannels />
      </>
    );
    const { world } = renderInWorld('syncing', two, { onSyncFinished });
    expect((await screen.findAllByRole('progressbar')).length).toBe(2);
    await pass(20_000);
    await pass(40_000);
    expect(onSyncFinished).toHaveBeenCalledTimes(1);
    expect(onSyncFinished.mock.calls[0]?.[0]).toMatchObject({
      id: world.runs[0]?.run.id,
      state: 'succeeded',
    });
  });

  it('E-11 shows a run that was under way before the page opened, with a total and the time left', async () => {
    renderInWorld('syncing', <SalesChannels />);
    const channel = await row();
    const progress = await within(channel).findByRole('progressbar', { name: /Sync progress of QuickBooks/ });
    const before = progress.getAttribute('value');
    await pass(4000);
    expect(channel).toHaveTextContent(/[\d,]+ of [\d,]+ · about \d+ (sec|min) left/);
    expect(Number(progress.getAttribute('value'))).toBeGreaterThan(Number(before));
  });

  it('polls every second during a run, and only every 10 s without one', async () => {
    const { requests } = renderInWorld('connected', <SalesChannels />);
    const channel = await row();
    const polls = () => requests.filter((request) => request === 'GET /v1/channels').length;
    const quiet = polls();
    await pass(9_000);
    expect(polls()).toBe(quiet);
    await pass(2_000);
    expect(polls()).toBe(quiet + 1);
    await user().click(within(channel).getByRole('button', { name: /Sync now/ }));
    await within(channel).findByRole('progressbar');
    const busy = polls();
    await pass(3_000);
    expect(polls() - busy).toBeGreaterThanOrEqual(2);
  });

  it('C-10 gives the focus to the row when the button that had it goes away', async () => {
    const { world } = renderInWorld('connected', <SalesChannels />);
    const channel = await row();
    within(channel)
      .getByRole('button', { name: /Sync now/ })
      .focus();
    const [connection] = world.connections;
    if (connection) connection.status = 'reconnect_required';
    await pass(11_000);
    await within(channel).findByRole('button', { name: /^Reconnect/ });
    expect(within(channel).queryByRole('button', { name: /Sync now/ })).toBeNull();
    expect(within(channel).getByRole('heading')).toHaveFocus();
  });

  it('E-05 shows the run there is when another sync was asked for meanwhile', async () => {
    const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
    const { world } = renderInWorld('connected', <SalesChannels />, { onError });
    const channel = await row();
    world.faults.syncChannel = 'sync_in_progress';
    await user().click(within(channel).getByRole('button', { name: /Sync now/ }));
    await pass(100);
    expect(onError).not.toHaveBeenCalled();
    expect(channel).not.toHaveTextContent('already running');
  });

  it('N-06 shows the sales a run brought, keeping filters', async () => {
    const { requests } = renderInWorld('syncing', <SalesChannels filters={{ type: 'invoice' }} />);
    await screen.findByRole('progressbar');
    const count = () =>
      requests.filter((request) => request.includes('/v1/sales?') && request.includes('type=invoice')).length;
    const before = count();
    await pass(20_000);
    expect(count()).toBeGreaterThan(before);
    expect(
      requests
        .filter((request) => request.includes('/v1/sales'))
        .every((request) => request.includes('type=invoice')),
    ).toBe(true);
  });
});
