import { createWorld } from '@sales-channels/msw';
import type { ScenarioName } from '@sales-channels/msw';
import { renderHook, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { useActivateChannel } from '../queries/activate-channel.ts';
import { useDeactivateChannel, useRemoveChannel } from '../queries/channel-mutations.ts';
import { useSyncAllChannels, useSyncChannel } from '../queries/sync-mutations.ts';
import { useDisconnect } from '../queries/connection-mutations.ts';
import { useCreateManualSale, useVoidSale } from '../queries/manual-sale-mutations.ts';
import { SalesChannels } from '../sales-channels/sales-channels.tsx';
import { createWorldClient, renderInWorld } from '../testing/render-in-world.tsx';
import { SalesChannelsProvider } from './sales-channels-provider.tsx';
import type { SalesChannelsEvent } from './sales-channels-event.ts';

const note = () => {
  const events: SalesChannelsEvent[] = [];
  return { events, onEvent: (event: SalesChannelsEvent) => void events.push(event) };
};

/** What somebody can do, in a page of their own. */
function act(scenario: ScenarioName, onEvent: (event: SalesChannelsEvent) => void) {
  const world = createWorld(scenario);
  const { client } = createWorldClient(world);
  const { result } = renderHook(
    () => ({
      activate: useActivateChannel(),
      deactivate: useDeactivateChannel(),
      remove: useRemoveChannel(),
      sync: useSyncChannel(),
      syncAll: useSyncAllChannels(),
      disconnect: useDisconnect(),
      createSale: useCreateManualSale(),
      voidSale: useVoidSale(),
    }),
    {
      wrapper: ({ children }) => (
        <SalesChannelsProvider client={client} onEvent={onEvent}>
          {children}
        </SalesChannelsProvider>
      ),
    },
  );
  const channelId = world.channels.find(({ type }) => type === 'accounting')?.id ?? '';
  return { world, channelId, actions: result.current };
}

describe('onEvent', () => {
  afterEach(() => vi.unstubAllGlobals());

  it('P-05 tells what was done with channels and connections, by id', async () => {
    const { events, onEvent } = note();
    const { world, channelId, actions } = act('connected', onEvent);
    const connectionId = world.connections[0]?.id ?? '';
    await actions.deactivate.mutateAsync(channelId);
    await actions.activate.mutateAsync(channelId);
    await actions.disconnect.mutateAsync(connectionId);
    expect(events).toEqual([
      { name: 'channel_deactivated', channelId },
      { name: 'channel_activated', channelId },
      { name: 'connection_disconnected', connectionId },
    ]);
  });

  it('P-05 tells of a removal, and of nothing that was refused', async () => {
    const { events, onEvent } = note();
    const kept = act('connected', onEvent);
    await expect(kept.actions.remove.mutateAsync(kept.channelId)).rejects.toThrow();
    expect(events).toEqual([]);
    const { channelId, actions } = act('neverSynced', onEvent);
    await actions.remove.mutateAsync(channelId);
    expect(events).toEqual([{ name: 'channel_removed', channelId }]);
  });

  it('P-05 tells of syncs that were begun, one by one or all together', async () => {
    const { events, onEvent } = note();
    const one = act('connected', onEvent);
    const run = await one.actions.sync.mutateAsync(one.channelId);
    // It is on already, so this begins none.
    await one.actions.sync.mutateAsync(one.channelId);
    expect(events).toEqual([{ name: 'sync_requested', channelId: one.channelId, runId: run?.id }]);
    const all = act('connected', onEvent);
    await all.actions.syncAll.mutateAsync();
    expect(events.slice(1)).toMatchObject([{ name: 'sync_requested', channelId: all.channelId }]);
  });

  it('P-05 tells of sales by hand without what is in them', async () => {
    const { events, onEvent } = note();
    const { world, actions } = act('connected', onEvent);
    const sale = await actions.createSale.mutateAsync({
      body: {
        date: world.today(),
        currency: 'USD',
        customerName: 'Amy',
        lines: [{ description: 'Lamp', quantity: '1', unitPrice: '10.00' }],
      },
      idempotencyKey: 'once',
    });
    await actions.voidSale.mutateAsync({ saleId: sale.id, reason: 'Entered twice' });
    expect(events).toEqual([
      { name: 'manual_sale_created', saleId: sale.id },
      { name: 'manual_sale_voided', saleId: sale.id },
    ]);
  });

  it('P-05 tells once that a sync ended, and is not in the way when it throws', async () => {
    vi.stubGlobal('reportError', () => {});
    const { events, onEvent } = note();
    const { world } = renderInWorld('connected', <SalesChannels />, {
      onEvent: (event) => {
        onEvent(event);
        throw new Error('the host’s');
      },
      prepare: (given) => {
        given.runMs = 60_000;
      },
    });
    const channel = await screen.findByRole('listitem', { name: /^QuickBooks/ });
    await userEvent.click(within(channel).getByRole('button', { name: /^Sync now/ }));
    await within(channel).findByRole('progressbar');
    world.advance(61_000);
    await waitFor(() => expect(events).toHaveLength(2), { timeout: 4_000 });
    const { id, channelId } = world.runs.at(-1)?.run ?? {};
    expect(events).toEqual([
      { name: 'sync_requested', channelId, runId: id },
      { name: 'sync_finished', channelId, runId: id, state: 'succeeded' },
    ]);
    expect(channel).toHaveTextContent(/Up to date/);
  });
});
