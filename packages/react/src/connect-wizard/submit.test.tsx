import type { Channel } from '@sales-channels/contract';
import { createWorld } from '@sales-channels/msw';
import { onlineManager } from '@tanstack/react-query';
import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { NOW, dateField, openStartDate, setDate, submitButton } from '../testing/open-wizard.tsx';

afterEach(() => {
  cleanup();
  onlineManager.setOnline(true);
  vi.unstubAllGlobals();
});

describe('submit', () => {
  it('C-01 makes the channel, tells the host and shows the sync to its end', async () => {
    const onConnected = vi.fn<(channel: Channel) => void>();
    const { user, world, callsOf } = await openStartDate(
      'readyToConnect',
      (prepared) => {
        prepared.runMs = 60_000;
      },
      { onConnected },
    );
    await user.click(submitButton());
    expect(
      await screen.findByRole('heading', { name: /Brightwater Lighting Co\. is connected/ }),
    ).toBeTruthy();
    expect(await callsOf('POST', '/v1/channels')[0]?.json()).toEqual({
      type: 'accounting',
      connectionId: world.connections[0]?.id,
      initialSyncDate: '2026-01-01',
      startSync: true,
    });
    expect(onConnected.mock.calls.map(([channel]) => channel.status)).toEqual(['syncing']);
    expect(await screen.findByRole('progressbar')).toBeTruthy();
    world.advance(61_000);
    expect(
      await screen.findByText(/^\d+ created · 0 updated · 0 voided/, {}, { timeout: 4000 }),
    ).toBeTruthy();
    await user.click(screen.getByRole('button', { name: 'Done' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('C-04 leaves the first sync for later, and then offers it', async () => {
    const { user, callsOf } = await openStartDate('readyToConnect', (world) => {
      world.runMs = 60_000;
    });
    await user.click(screen.getByRole('checkbox', { name: 'Start the first sync now' }));
    await user.click(submitButton());
    expect(await screen.findByText(/No sales have been brought in yet/)).toBeTruthy();
    expect(await callsOf('POST', '/v1/channels')[0]?.json()).toMatchObject({ startSync: false });
    await user.click(screen.getByRole('button', { name: 'Sync now' }));
    expect(await screen.findByRole('progressbar')).toBeTruthy();
  });

  it('C-06 makes one channel on a double click', async () => {
    const { user, world, callsOf } = await openStartDate('readyToConnect');
    await user.dblClick(submitButton());
    await screen.findByRole('heading', { name: /is connected/ });
    expect(callsOf('POST', '/v1/channels')).toHaveLength(1);
    expect(world.channels.filter(({ type }) => type === 'accounting')).toHaveLength(1);
  });

  it('C-06 retries with the same key after an error of the server, keeping what was typed', async () => {
    const { user, world, callsOf } = await openStartDate('readyToConnect', (prepared) => {
      prepared.faults.createChannel = 'internal';
    });
    setDate('2026-09-09');
    await user.click(submitButton());
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /The channel may have been connected.*Something went wrong on our side.*Trying again is safe/,
    );
    expect(dateField().value).toBe('2026-09-09');
    delete world.faults.createChannel;
    await user.click(submitButton());
    await screen.findByRole('heading', { name: /is connected/ });
    const keys = callsOf('POST', '/v1/channels').map(({ headers }) => headers.get('idempotency-key'));
    expect(keys).toHaveLength(2);
    expect(keys[0]).toBe(keys[1]);
  });

  it('C-06 takes a new key once something else is asked for', async () => {
    const { user, world, callsOf } = await openStartDate('readyToConnect', (prepared) => {
      prepared.faults.createChannel = 'internal';
    });
    await user.click(submitButton());
    await screen.findByRole('alert');
    delete world.faults.createChannel;
    setDate('2026-09-09');
    await user.click(submitButton());
    await screen.findByRole('heading', { name: /is connected/ });
    const keys = callsOf('POST', '/v1/channels').map(({ headers }) => headers.get('idempotency-key'));
    expect(new Set(keys).size).toBe(2);
  });

  it.each([
    ['channel_exists', /already has a sales channel/],
    ['connection_unavailable', /cannot be used now/],
    ['connection_limit_reached', /Your plan allows/],
  ] as const)('C-07 says %s and shows the choices there are now', async (code, message) => {
    const { user, callsOf } = await openStartDate('readyToConnect', (world) => {
      world.faults.createChannel = code;
    });
    const before = callsOf('GET', '/v1/connections').length;
    await user.click(submitButton());
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(message);
    expect(alert.textContent).toContain('Something changed while this was open');
    expect(screen.getByRole('heading', { name: /Where do your sales come from/ })).toBeTruthy();
    expect(callsOf('GET', '/v1/connections').length).toBeGreaterThan(before);
    expect(callsOf('GET', '/v1/context').length).toBeGreaterThan(1);
  });

  it('C-07 says why it was refused without waiting for the choices', async () => {
    const { user, world } = await openStartDate('readyToConnect');
    world.faults.createChannel = 'channel_exists';
    for (const name of ['listConnections', 'listChannels', 'getContext'] as const) world.hanging.add(name);
    await user.click(submitButton());
    expect((await screen.findByRole('alert')).textContent).toContain('already has a sales channel');
  });

  it('C-05 answers a click made offline at once, and can then be left', async () => {
    const { user, world, callsOf } = await openStartDate('readyToConnect');
    onlineManager.setOnline(false);
    world.faults.createChannel = 'internal';
    await user.click(submitButton());
    await screen.findByRole('alert');
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    onlineManager.setOnline(true);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(callsOf('POST', '/v1/channels')).toHaveLength(1);
  });

  it('P-05 has connected, whatever the host’s callback throws', async () => {
    const report = vi.fn<(error: unknown) => void>();
    vi.stubGlobal('reportError', report);
    const fault = new Error('the host’s');
    const { user } = await openStartDate('readyToConnect', undefined, {
      onConnected: () => {
        throw fault;
      },
    });
    await user.click(submitButton());
    await screen.findByRole('heading', { name: /is connected/ });
    await waitFor(() => expect(report.mock.calls).toEqual([[fault]]));
  });

  it('C-07 says that sales tracking is off, staying where it was', async () => {
    const { user } = await openStartDate('readyToConnect', (world) => {
      world.faults.createChannel = 'sales_tracking_disabled';
    });
    await user.click(submitButton());
    expect((await screen.findByRole('alert')).textContent).toContain('Sales tracking is off');
    expect(dateField().value).toBe('2026-01-01');
  });

  it('C-07 disables the connection somebody else made a channel on', async () => {
    const { user, world } = await openStartDate('readyToConnect');
    const other = createWorld('connected', { clock: () => NOW }).channels.find(
      ({ type }) => type === 'accounting',
    );
    if (other) world.channels.push({ ...other, connectionId: world.connections[0]?.id ?? null });
    await user.click(submitButton());
    expect((await screen.findByRole('alert')).textContent).toContain('already has a sales channel');
    expect(await screen.findByRole('radio', { name: /Brightwater Lighting/ })).toHaveProperty(
      'disabled',
      true,
    );
  });

  it('D-04 puts what the server says of the date on the field', async () => {
    const { user, world } = await openStartDate('readyToConnect');
    world.context.earliestInitialSyncDate = '2026-06-01';
    await user.click(submitButton());
    expect(await screen.findByText('This date is too early. The earliest is Jun 1, 2026.')).toBeTruthy();
    expect(dateField().getAttribute('aria-invalid')).toBe('true');
    expect(screen.queryByRole('alert')).toBeNull();
  });
});
