import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import type { SalesChannelsEvent } from '../provider/sales-channels-event.ts';
import {
  NOW,
  openStartDate,
  openWizard,
  renderWizard,
  setDate,
  submitButton,
} from '../testing/open-wizard.tsx';

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const note = () => {
  const told: SalesChannelsEvent[] = [];
  return { told, events: { onEvent: (event: SalesChannelsEvent) => void told.push(event) } };
};

it('P-05 tells each step of making a channel once, to the end', async () => {
  const { told, events } = note();
  const { user, world } = await openStartDate('readyToConnect', undefined, { events });
  await user.click(submitButton());
  await user.click(await screen.findByRole('button', { name: 'Done' }));
  const channelId = world.channels.find(({ type }) => type === 'accounting')?.id;
  expect(told.filter(({ name }) => name !== 'sync_finished')).toEqual([
    { name: 'wizard_opened' },
    { name: 'wizard_step', step: 'source' },
    { name: 'wizard_step', step: 'start-date' },
    { name: 'channel_created', channelId },
    { name: 'wizard_step', step: 'done' },
    { name: 'wizard_left', step: 'done' },
  ]);
});

it('P-05 tells where the wizard was left, once that is sure', async () => {
  const { told, events } = note();
  const { user } = await openStartDate('readyToConnect', undefined, { events });
  setDate('2026-09-09');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Stay here' }));
  expect(told.map(({ name }) => name)).not.toContain('wizard_left');
  await user.keyboard('{Escape}');
  await user.click(await screen.findByRole('button', { name: 'Leave' }));
  expect(told.slice(3)).toEqual([{ name: 'wizard_left', step: 'start-date' }]);
});

it.each(['approved', 'denied', null] as const)('P-05 tells of a sign-in and its end: %s', async (outcome) => {
  const { told, events } = note();
  vi.stubGlobal('open', () => ({ closed: false, close: () => {}, focus: () => {} }));
  const { user, world } = await openWizard('notConnected', undefined, { events });
  await user.click(await screen.findByRole('button', { name: /^Connect QuickBooks Online/ }));
  await screen.findByText(/in the window that opened/);
  const signIns = () => told.filter(({ name }) => name.startsWith('sign_in'));
  const started = { name: 'sign_in_started', provider: 'quickbooks', connectionId: null };
  expect(signIns()).toEqual([started]);
  if (outcome === null) {
    await user.click(screen.getByRole('button', { name: 'Cancel sign-in' }));
  } else {
    world.finishAuthorization(world.authorizations.at(-1)?.id ?? '', outcome);
    act(() => void window.dispatchEvent(new Event('focus')));
  }
  await waitFor(() => expect(signIns()).toHaveLength(2));
  const ends = {
    approved: { status: 'succeeded', connectionId: world.connections[0]?.id },
    denied: { status: 'failed', connectionId: null },
    none: { status: 'canceled', connectionId: null },
  };
  expect(signIns()).toEqual([started, { name: 'sign_in_ended', ...ends[outcome ?? 'none'] }]);
});

it('P-05 tells how a sign-in in the whole page ended', async () => {
  const { told, events } = note();
  window.history.replaceState(null, '', '/sales?sc_authorization=aut_back');
  renderWizard(
    'notConnected',
    (world) => {
      const base = { id: 'aut_back', status: 'pending', connectionId: null, problem: null } as const;
      const expiresAt = new Date(NOW.getTime() + 60_000).toISOString();
      world.authorizations.push({ ...base, expiresAt, startedAtMs: NOW.getTime(), reconnects: null });
      world.finishAuthorization('aut_back', 'denied');
    },
    { events },
  );
  await screen.findByRole('alert');
  expect(told[0]).toEqual({ name: 'sign_in_ended', status: 'failed', connectionId: null });
});
