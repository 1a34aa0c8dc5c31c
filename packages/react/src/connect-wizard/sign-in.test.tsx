import type { World } from '@sales-channels/msw';
import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { noteReconnect } from '../authorization-window/authorization-return.ts';
import { BASE_URL, NOW, openWizard, renderWizard } from '../testing/open-wizard.tsx';

let ended: AbortController;
beforeEach(() => {
  ended = new AbortController();
  window.history.replaceState(null, '', '/sales');
});
afterEach(() => {
  ended.abort();
  cleanup();
  vi.unstubAllGlobals();
});

const popup = () => ({ closed: false, close: vi.fn<() => void>(), focus: vi.fn<() => void>() });
const stubOpen = (answer: unknown) => {
  const open = vi.fn<(...given: unknown[]) => unknown>(() => answer);
  vi.stubGlobal('open', open);
  const followed: HTMLAnchorElement[] = [];
  const follow = (event: Event) => {
    if (!(event.target instanceof HTMLAnchorElement)) return;
    event.preventDefault();
    followed.push(event.target);
  };
  document.addEventListener('click', follow, { signal: ended.signal });
  return { open, followed };
};
const connect = () => screen.findByRole('button', { name: /^Connect QuickBooks Online/ });
const finish = async (world: World, outcome: Parameters<World['finishAuthorization']>[1]) => {
  await waitFor(() => expect(world.authorizations).not.toHaveLength(0));
  const id = world.authorizations.at(-1)?.id ?? '';
  world.finishAuthorization(id, outcome);
  act(() => {
    window.dispatchEvent(new Event('focus'));
  });
};

const returnTo = (prepare: (world: World, authorizationId: string) => void) => (world: World) => {
  const id = 'aut_back';
  const expiresAt = new Date(NOW.getTime() + 60_000).toISOString();
  const base = { id, status: 'pending', connectionId: null, problem: null } as const;
  world.authorizations.push({ ...base, expiresAt, startedAtMs: NOW.getTime(), reconnects: null });
  window.history.replaceState(null, '', `/sales?sc_authorization=${id}`);
  prepare(world, id);
};

describe('sign-in', () => {
  it('C-09 opens the window on the click and goes on by itself once the server says so', async () => {
    const { open, followed } = stubOpen(popup());
    const { user, world } = await openWizard('notConnected');
    const button = await connect();
    await user.click(button);
    expect(open).toHaveBeenCalledTimes(1);
    expect(await screen.findByText(/in the window that opened/)).toBeTruthy();
    expect(followed[0]?.href).toContain(`${BASE_URL}/start/`);
    expect(document.activeElement).toBe(button);
    await finish(world, 'approved');
    expect(await screen.findByRole('heading', { name: /From when/ })).toBeTruthy();
    expect(await screen.findByText(/from Brightwater Lighting Co\. will be imported/)).toBeTruthy();
  });

  it('C-09 takes a closed window for no answer', async () => {
    const opened = popup();
    stubOpen(opened);
    const { user, world } = await openWizard('notConnected');
    await user.click(await connect());
    await screen.findByText(/in the window that opened/);
    opened.closed = true;
    expect(await screen.findByText('Window closed: still waiting')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Cancel sign-in' })).toBeTruthy();
    await finish(world, 'approved');
    expect(await screen.findByRole('heading', { name: /From when/ })).toBeTruthy();
  });

  it('C-09 can be cancelled, which changes nothing', async () => {
    stubOpen(popup());
    const { user, world } = await openWizard('notConnected');
    await user.click(await connect());
    await user.click(await screen.findByRole('button', { name: 'Cancel sign-in' }));
    expect(screen.queryByText(/in the window that opened/)).toBeNull();
    expect(world.connections).toHaveLength(0);
    expect((await connect()).getAttribute('aria-disabled')).not.toBe('true');
  });

  it('C-09 offers the sign-in in the page when the window is blocked', async () => {
    const { followed } = stubOpen(null);
    const { user, world } = await openWizard('notConnected');
    await user.click(await connect());
    expect(screen.getByText('Your browser blocked the sign-in window')).toBeTruthy();
    expect(world.authorizations).toHaveLength(0);
    await user.click(screen.getByRole('button', { name: 'Sign in on this page' }));
    await waitFor(() => expect(followed[0]?.target).toBe('_top'));
  });

  it.each([
    ['denied', 'The sign-in was declined'],
    ['company_in_use', 'already connected in another account'],
    ['expired', 'took too long'],
  ] as const)('C-09 K-02 says why it failed (%s) and changes nothing', async (outcome, message) => {
    stubOpen(popup());
    const { user, world } = await openWizard('notConnected');
    await user.click(await connect());
    await screen.findByText(/in the window that opened/);
    await finish(world, outcome);
    expect((await screen.findByRole('alert')).textContent).toContain(message);
    expect(world.connections).toHaveLength(0);
    expect(screen.getByRole('heading', { name: /Where do your sales come from/ })).toBeTruthy();
  });

  it('H-05 C-03 names both companies when a reconnection was signed in to another one', async () => {
    stubOpen(popup());
    const { user, world } = await openWizard('reconnectRequired', (given) => {
      given.channels = given.channels.filter(({ type }) => type === 'manual');
    });
    const before = structuredClone(world.connections);
    await user.click(await screen.findByRole('button', { name: /^Reconnect/ }));
    await screen.findByText(/in the window that opened/);
    await finish(world, 'company_mismatch');
    expect((await screen.findByRole('alert')).textContent).toMatch(
      /belongs to Brightwater Lighting.*; you picked another company \(company ID \d+\)\. Sign in again and pick Brightwater/,
    );
    expect(world.connections).toEqual(before);
  });

  it('K-03 says that the plan has no room when the server says so', async () => {
    stubOpen(popup());
    const { user, world } = await openWizard('notConnected');
    await connect();
    Object.assign(world.context.entitlements, {
      maxAccountingConnections: 0,
      moreConnectionsPlan: 'Advanced',
    });
    await user.click(await connect());
    expect((await screen.findByRole('alert')).textContent).toContain('The Advanced plan allows more');
  });

  it('C-03 H-04 reconnects the same connection and goes on with it', async () => {
    stubOpen(popup());
    const { user, world, callsOf } = await openWizard('readyToConnect', (prepared) => {
      for (const connection of prepared.connections) connection.status = 'reconnect_required';
    });
    await user.click(await screen.findByRole('button', { name: /Reconnect Brightwater Lighting/ }));
    await finish(world, 'approved');
    expect(await screen.findByRole('heading', { name: /From when/ })).toBeTruthy();
    const [started] = callsOf('POST', '/v1/authorizations');
    expect(await started?.json()).toEqual({ provider: 'quickbooks', connectionId: world.connections[0]?.id });
  });

  it('C-09 opens at the start date after a sign-in in the whole page', async () => {
    renderWizard(
      'notConnected',
      returnTo((world, id) => world.finishAuthorization(id, 'approved')),
    );
    expect(await screen.findByRole('heading', { name: /From when/ })).toBeTruthy();
    expect(window.location.search).toBe('');
  });

  it('C-09 opens with the reason after a sign-in in the whole page failed', async () => {
    const { user } = renderWizard(
      'notConnected',
      returnTo((world, id) => world.finishAuthorization(id, 'denied')),
    );
    const { textContent } = await screen.findByRole('alert');
    expect(textContent).toContain('QuickBooks Online was not connected');
    expect(textContent).toContain('The sign-in was declined');
    expect(textContent).not.toContain('Something changed');
    await user.keyboard('{Escape}');
    await user.click(screen.getByRole('button', { name: 'Open the wizard' }));
    await screen.findByRole('heading', { name: /Where do your sales come from/ });
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('C-09 keeps the connection gone on with when a sign-in to another ends later', async () => {
    stubOpen(popup());
    const { user, world, callsOf } = await openWizard('readyToConnect', ({ context }) => {
      context.entitlements.maxAccountingConnections = 9;
    });
    await user.click(await screen.findByRole('button', { name: /Connect another/ }));
    await screen.findByText(/in the window that opened/);
    await user.click(screen.getByRole('button', { name: 'Continue' }));
    await screen.findByText(/from Brightwater Lighting Co\. will be imported/);
    const before = callsOf('GET', '/v1/connections').length;
    await finish(world, 'approved');
    await waitFor(() => expect(callsOf('GET', '/v1/connections').length).toBeGreaterThan(before));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(world.connections).toHaveLength(2);
    expect(screen.getByText(/from Brightwater Lighting Co\. will be imported/)).toBeTruthy();
  });

  it('C-09 opens with the reason after a reconnect of a connection without a channel failed', async () => {
    renderWizard('readyToConnect', (world) => {
      returnTo((prepared, id) => prepared.finishAuthorization(id, 'denied'))(world);
      noteReconnect(window, 'aut_back', world.connections[0]?.id ?? '');
    });
    expect((await screen.findByRole('alert')).textContent).toContain('The sign-in was declined');
    expect(screen.getByRole('dialog')).toBeTruthy();
  });

  it('stays closed after a sign-in to a connection that has its channel', async () => {
    const { callsOf } = renderWizard('connected', (world) => {
      returnTo((prepared) => {
        const record = prepared.authorizations.at(-1);
        const connectionId = prepared.connections[0]?.id ?? null;
        if (record) Object.assign(record, { status: 'succeeded', connectionId });
      })(world);
    });
    await waitFor(() => expect(callsOf('GET', '/v1/connections').length).toBeGreaterThan(0));
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
