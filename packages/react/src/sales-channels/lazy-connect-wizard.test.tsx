import type { SalesChannelsEvents } from '../provider/events.ts';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { renderInWorld } from '../testing/render-in-world.tsx';
import { loadConnectWizard } from './load-connect-wizard.ts';
import { SalesChannels } from './sales-channels.tsx';

// Files share what is loaded: this one loads everything anew, around the spy, and leaves none of it behind.
vi.hoisted(() => vi.resetModules());
afterAll(() => {
  vi.doUnmock(import('./load-connect-wizard.ts'));
  vi.resetModules();
});
vi.mock(import('./load-connect-wizard.ts'), { spy: true });
const load = vi.mocked(loadConnectWizard);
const connectButton = () => screen.findByRole('button', { name: 'Connect sales channel' });

describe('loading the wizard', () => {
  beforeEach(() => {
    window.history.replaceState(null, '', '/sales');
    // React says on the console what a boundary caught.
    vi.spyOn(console, 'error').mockImplementation(() => {});
  });
  afterEach(() => {
    vi.restoreAllMocks();
    load.mockClear();
  });

  it('waits until it is opened', async () => {
    renderInWorld('connected', <SalesChannels />);
    const button = await connectButton();
    expect(load).not.toHaveBeenCalled();
    await userEvent.click(button);
    expect(await screen.findByRole('heading', { name: /Where do your sales come from/ })).toBeVisible();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it('B-07 leaves the channels there when it fails, and can be tried again', async () => {
    const fault = new Error('The chunk is gone.');
    load.mockRejectedValueOnce(fault);
    const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
    renderInWorld('connected', <SalesChannels />, { onError });
    await userEvent.click(await connectButton());
    expect(await screen.findByRole('alert')).toHaveTextContent('This part of the page could not be shown');
    expect(screen.getByRole('dialog', { name: 'Connect a sales channel' })).toBeVisible();
    expect(screen.getByText(/^QuickBooks Online ·/, { selector: 'h3 > bdi' })).toBeInTheDocument();
    expect(onError.mock.calls).toEqual([[fault]]);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('heading', { name: /Where do your sales come from/ })).toBeVisible();
  });

  it('B-07 is tried anew when it is opened anew', async () => {
    load.mockRejectedValueOnce(new Error('The chunk is gone.'));
    renderInWorld('connected', <SalesChannels />);
    const button = await connectButton();
    await userEvent.click(button);
    await screen.findByRole('alert');
    await userEvent.keyboard('{Escape}');
    await waitFor(() => expect(button).toHaveFocus());
    await userEvent.click(button);
    expect(await screen.findByRole('heading', { name: /Where do your sales come from/ })).toBeVisible();
  });

  it('C-09 begins by itself on the return from a sign-in', async () => {
    window.history.replaceState(null, '', '/sales?sc_authorization=aut_1');
    load.mockRejectedValueOnce(new Error('The chunk is gone.'));
    renderInWorld('connected', <SalesChannels />);
    expect(await screen.findByRole('alert')).toHaveTextContent('This part of the page could not be shown');
    expect(screen.queryByRole('dialog')).toBeNull();
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    await waitFor(() => expect(window.location.search).toBe(''));
  });
});
