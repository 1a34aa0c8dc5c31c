import type { SalesChannelsEvents } from './events.ts';
import { createWorld } from '@sales-channels/msw';
import { QueryClient, QueryClientProvider, useQuery, useQueryClient } from '@tanstack/react-query';
import { render, renderHook, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useContextQuery } from '../queries/context.ts';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { createWorldClient, renderInWorld } from '../testing/render-in-world.tsx';
import { useSalesChannels } from './sales-channels-context.ts';
import { SalesChannelsProvider } from './sales-channels-provider.tsx';

const Business = () => <p>{useContextQuery().data?.business.name ?? 'nobody'}</p>;

describe('SalesChannelsProvider', () => {
  afterEach(() => {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
  });

  it('names itself as what is missing where there is none', () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(() => renderHook(() => useSalesChannels())).toThrow(
      /useSalesChannels needs <SalesChannelsProvider> above it\..*createClient\({ baseUrl, getToken }\)/,
    );
    expect(() => render(<Business />)).toThrow(/^useContextQuery needs <SalesChannelsProvider>/);
  });

  it('keeps its cache from the host, and the host’s from itself', async () => {
    const hostCache = new QueryClient();
    function HostPart() {
      const { data } = useQuery({ queryKey: ['own'], queryFn: () => 'host data' });
      return (
        <p>
          {data} {useQueryClient() === hostCache ? 'in the host’s cache' : 'in another cache'}
        </p>
      );
    }
    renderInWorld(
      'connected',
      <>
        <Business />
        <HostPart />
      </>,
      { wrapper: (children) => <QueryClientProvider client={hostCache}>{children}</QueryClientProvider> },
    );
    expect(await screen.findByText('Brightwater')).toBeVisible();
    expect(await screen.findByText('host data in the host’s cache')).toBeVisible();
    expect(
      hostCache
        .getQueryCache()
        .getAll()
        .map(({ queryKey }) => queryKey),
    ).toEqual([['own']]);
  });

  it('shares the host’s cache when it is given', async () => {
    const queryClient = new QueryClient();
    renderInWorld('connected', <Business />, { queryClient });
    await screen.findByText('Brightwater');
    const keys = queryClient.getQueryCache().getAll();
    expect(keys.map(({ queryKey }) => queryKey[0])).toContain('sales-channels');
  });

  it('drops a late reply when the business changes', async () => {
    const slow = createWorld('connected');
    slow.latencyMs = 300;
    const kestrel = createWorld('connected');
    kestrel.context.business = { id: 'kestrel', name: 'Kestrel' };
    const show = (world: typeof slow) => (
      <SalesChannelsProvider client={clients.get(world) as ReturnType<typeof createWorldClient>['client']}>
        <Business />
      </SalesChannelsProvider>
    );
    const clients = new Map([slow, kestrel].map((world) => [world, createWorldClient(world).client]));
    const { rerender } = render(show(slow));
    rerender(show(kestrel));
    expect(await screen.findByText('Kestrel')).toBeVisible();
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect(screen.getByText('Kestrel')).toBeVisible();
    expect(screen.queryByText('Brightwater')).toBeNull();
  });

  it('shows nothing of the business before while the next one loads', async () => {
    const first = createWorldClient(createWorld('connected')).client;
    const second = createWorldClient(createWorld('loading')).client;
    const show = (client: typeof first) => (
      <SalesChannelsProvider client={client}>
        <SalesChannels />
      </SalesChannelsProvider>
    );
    const { rerender } = render(show(first));
    await screen.findByRole('table');
    rerender(show(second));
    await waitFor(() => expect(screen.queryByRole('table', { name: /Sales/ })).toBeNull());
    expect(screen.queryByText(/QuickBooks Online ·/)).toBeNull();
    expect(screen.queryByText(/\d+ sales/)).toBeNull();
  });

  it('P-05 tells the host of a request that failed, once its retries are over', async () => {
    const onError = vi.fn<NonNullable<SalesChannelsEvents['onError']>>();
    renderInWorld('connected', <Business />, {
      onError,
      prepare: ({ faults }) => {
        faults.getContext = 'unauthenticated';
      },
    });
    await waitFor(() => expect(onError).toHaveBeenCalledTimes(1));
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ code: 'unauthenticated' });
  });

  it('P-05 tells of a channel that needs a sign-in once, also when a business is come back to', async () => {
    const onReconnectRequired = vi.fn<NonNullable<SalesChannelsEvents['onReconnectRequired']>>();
    const first = createWorldClient(createWorld('reconnectRequired')).client;
    const second = createWorldClient(createWorld('connected')).client;
    const show = (client: typeof first) => (
      <SalesChannelsProvider client={client} onReconnectRequired={onReconnectRequired}>
        <SalesChannels />
      </SalesChannelsProvider>
    );
    const { rerender } = render(show(first));
    await screen.findByText(/needs you to sign in again/);
    rerender(show(second));
    await screen.findByText('Up to date');
    rerender(show(first));
    await screen.findByText(/needs you to sign in again/);
    expect(onReconnectRequired).toHaveBeenCalledTimes(1);
  });

  it('P-05 reports what a callback of the host throws, and goes on', async () => {
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const fault = new Error('the host’s');
    renderInWorld('reconnectRequired', <SalesChannels />, {
      onReconnectRequired: () => {
        throw fault;
      },
    });
    expect(await screen.findByText(/needs you to sign in again/)).toBeVisible();
    expect(report.mock.calls).toEqual([[fault]]);
  });

  it('puts theme and density where styles and hosts find them', async () => {
    const { container } = renderInWorld('connected', <SalesChannels className="host" />, {
      theme: 'dark',
      density: 'compact',
    });
    const root = container.querySelector('.sc-root');
    expect(root).toHaveAttribute('data-theme', 'dark');
    expect(root).toHaveAttribute('data-density', 'compact');
    expect(root).toHaveClass('host');
    await screen.findByRole('table');
  });

  it('takes words of the host’s own', async () => {
    renderInWorld('connected', <SalesChannels />, {
      messages: { channels: { title: 'Where sales come from' } },
    });
    expect(await screen.findByRole('heading', { name: 'Where sales come from' })).toBeVisible();
  });

  it('draws an icon of the host’s own', async () => {
    renderInWorld('connected', <SalesChannels />, {
      icons: { quickbooks: () => <svg data-testid="mark" /> },
    });
    expect(await screen.findByTestId('mark')).toBeInTheDocument();
  });
});
