import type {
  Authorization as ServerState,
  ProblemCode,
  StartedAuthorization,
} from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { ApiProblem } from '@sales-channels/contract/client';
import type { Mock } from 'vitest';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeAuthorizationReturn } from './authorization-return.ts';
import { createAuthorization } from './create-authorization.ts';

const QUICKBOOKS = { provider: 'quickbooks' };
const pending = (id: string): ServerState => ({
  id,
  status: 'pending',
  connectionId: null,
  problem: null,
  expiresAt: '2026-11-23T12:00:00Z',
});
const succeeded = (id: string): ServerState => ({
  ...pending(id),
  status: 'succeeded',
  connectionId: 'con_1',
});
const failed = (id: string, code: ProblemCode): ServerState => ({
  ...pending(id),
  status: 'failed',
  problem: createProblem(code),
});
const refusal = (code: ProblemCode) => new ApiProblem(code, createProblem(code).status, createProblem(code));

interface FakePopup {
  closed: boolean;
  close: () => void;
  focus: () => void;
}
const createPopup = (): FakePopup => ({
  closed: false,
  close() {
    this.closed = true;
  },
  focus: vi.fn<() => void>(),
});

let popups: FakePopup[];
let followed: HTMLAnchorElement[];
let openWindow: Mock<(url: string, name: string, features: string) => FakePopup | null>;
let stopFollowing: AbortController;

beforeEach(() => {
  vi.useFakeTimers();
  popups = [];
  followed = [];
  openWindow = vi.fn<(url: string, name: string, features: string) => FakePopup | null>(() => {
    const popup = createPopup();
    popups.push(popup);
    return popup;
  });
  vi.stubGlobal('open', openWindow);
  stopFollowing = new AbortController();
  document.addEventListener(
    'click',
    (event) => {
      event.preventDefault();
      followed.push(event.target as HTMLAnchorElement);
    },
    { signal: stopFollowing.signal },
  );
});

afterEach(() => {
  stopFollowing.abort();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

function setUp() {
  let count = 0;
  const startAuthorization = vi.fn<() => Promise<StartedAuthorization>>(() => {
    count += 1;
    const id = `aut_${count}`;
    return Promise.resolve({ ...pending(id), startUrl: `https://bff.example/start/${id}` });
  });
  const getAuthorization = vi.fn<(input: { params: { authorizationId: string } }) => Promise<ServerState>>(
    (input) => Promise.resolve(pending(input.params.authorizationId)),
  );
  const client = { startAuthorization, getAuthorization } as unknown as SalesChannelsClient;
  const authorization = createAuthorization(client);
  return { authorization, startAuthorization, getAuthorization };
}

function post(data: unknown, from: { origin?: string; source?: unknown } = {}) {
  const { origin = 'https://bff.example', source = popups[0] } = from;
  const event = new MessageEvent('message', { data, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}
const signalOf = (authorizationId: string) => ({ type: 'sales-channels:authorization', authorizationId });

describe('createAuthorization', () => {
  it('C-09 opens the window within the click, then sends it to the start page with the origin as referrer', async () => {
    const { authorization, startAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    expect(openWindow).toHaveBeenCalledTimes(1);
    expect(startAuthorization).toHaveBeenCalledWith({ body: QUICKBOOKS }, expect.anything());
    const [url, name, features] = openWindow.mock.calls[0] ?? [];
    expect(url).toBe('about:blank');
    expect(features).not.toContain('noopener');

    await vi.advanceTimersByTimeAsync(0);
    expect(followed).toHaveLength(1);
    expect(followed[0]).toMatchObject({ href: 'https://bff.example/start/aut_1', target: name, rel: '' });
    expect(followed[0]?.referrerPolicy).toBe('origin');
    expect(document.querySelector('a')).toBeNull();
    expect(authorization.getState()).toEqual({
      status: 'waiting',
      target: QUICKBOOKS,
      isWindowClosed: false,
    });
  });

  it('gives each window a name of its own, and opens one on a double click', async () => {
    const { authorization } = setUp();
    authorization.open(QUICKBOOKS);
    authorization.open(QUICKBOOKS);
    expect(openWindow).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(0);
    authorization.open(QUICKBOOKS);
    expect(openWindow).toHaveBeenCalledTimes(2);
    expect(openWindow.mock.calls[0]?.[1]).not.toBe(openWindow.mock.calls[1]?.[1]);
  });

  it('C-09 believes the server, asked every second, and closes the window when it has ended', async () => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(getAuthorization).toHaveBeenCalledTimes(2);
    getAuthorization.mockResolvedValueOnce(succeeded('aut_1'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState()).toEqual({ status: 'succeeded', connectionId: 'con_1' });
    expect(popups[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(getAuthorization).toHaveBeenCalledTimes(3);
  });

  it('asks at once and then every 300 ms after a signal of the window', async () => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(100);
    post(signalOf('aut_1'));
    await vi.advanceTimersByTimeAsync(0);
    expect(getAuthorization).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(900);
    expect(getAuthorization).toHaveBeenCalledTimes(4);
    expect(authorization.getState().status).toBe('waiting');
  });

  it.each([
    ['another origin', signalOf('aut_1'), { origin: 'https://bff.example.evil' }],
    ['another window', signalOf('aut_1'), { source: {} }],
    ['another sign-in', signalOf('aut_2'), {}],
    ['another kit', { type: 'other', authorizationId: 'aut_1' }, {}],
    ['text', 'sales-channels:authorization', {}],
  ])('does not hear a signal of %s', async (_, data, from) => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(100);
    post(data, from);
    await vi.advanceTimersByTimeAsync(500);
    expect(getAuthorization).not.toHaveBeenCalled();
  });

  it('hears a broadcast', async () => {
    const { authorization, getAuthorization } = setUp();
    const heard: ((event: { data: unknown }) => void)[] = [];
    const close = vi.fn<() => void>();
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        addEventListener = (_: string, listener: (event: { data: unknown }) => void) => heard.push(listener);
        close = close;
      },
    );
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(100);
    for (const listener of heard) listener({ data: signalOf('aut_1') });
    await vi.advanceTimersByTimeAsync(0);
    expect(getAuthorization).toHaveBeenCalledTimes(1);
    authorization.cancel();
    expect(close).toHaveBeenCalled();
  });

  it('C-09 goes on waiting when the window is closed', async () => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(0);
    popups[0]?.close();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState()).toEqual({ status: 'waiting', target: QUICKBOOKS, isWindowClosed: true });
    getAuthorization.mockResolvedValueOnce(succeeded('aut_1'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState().status).toBe('succeeded');
  });

  it('C-09 takes the success of an earlier attempt, and does not take its failure for the present one', async () => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(0);
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(0);
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(0);
    const answers: Record<string, ServerState> = { aut_1: failed('aut_1', 'authorization_denied') };
    getAuthorization.mockImplementation(({ params: { authorizationId: id } }) =>
      Promise.resolve(answers[id] ?? pending(id)),
    );
    await vi.advanceTimersByTimeAsync(1_100);
    expect(authorization.getState().status).toBe('waiting');
    answers['aut_2'] = succeeded('aut_2');
    await vi.advanceTimersByTimeAsync(1_100);
    expect(authorization.getState().status).toBe('succeeded');
    expect(popups.every((popup) => popup.closed)).toBe(true);
  });

  it.each([
    'authorization_denied',
    'company_mismatch',
    'company_in_use',
    'connection_limit_reached',
  ] as const)('C-09 K-02 K-03 ends with the problem %s', async (code) => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    getAuthorization.mockResolvedValue(failed('aut_1', code));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState()).toMatchObject({ status: 'failed', failure: { code } });
  });

  it('asks again when the server cannot be reached for a while, and ends when it says no', async () => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    getAuthorization.mockRejectedValueOnce(new ApiProblem('network', 0, null));
    getAuthorization.mockRejectedValueOnce(refusal('internal'));
    await vi.advanceTimersByTimeAsync(2_500);
    expect(authorization.getState().status).toBe('waiting');
    getAuthorization.mockRejectedValueOnce(refusal('not_found'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState()).toMatchObject({ status: 'failed', failure: { code: 'not_found' } });
  });

  it('closes the empty window when the sign-in cannot begin', async () => {
    const { authorization, startAuthorization } = setUp();
    startAuthorization.mockRejectedValueOnce(refusal('connection_limit_reached'));
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(0);
    expect(popups[0]?.closed).toBe(true);
    expect(authorization.getState()).toMatchObject({
      status: 'failed',
      failure: { code: 'connection_limit_reached' },
    });
  });

  it('C-09 says that the window was blocked, asking the server for nothing', () => {
    const { authorization, startAuthorization } = setUp();
    openWindow.mockReturnValueOnce(null);
    authorization.open(QUICKBOOKS);
    expect(authorization.getState()).toEqual({ status: 'blocked', target: QUICKBOOKS });
    expect(startAuthorization).not.toHaveBeenCalled();
  });

  it('C-09 signs in in the whole page, to come back to this address', async () => {
    const { authorization, startAuthorization } = setUp();
    window.history.replaceState(null, '', '/sales?tab=channels&sc_authorization=old');
    authorization.redirect({ provider: 'quickbooks', connectionId: 'con_9' });
    await vi.advanceTimersByTimeAsync(0);
    expect(startAuthorization).toHaveBeenCalledWith(
      {
        body: {
          provider: 'quickbooks',
          connectionId: 'con_9',
          returnTo: `${window.location.origin}/sales?tab=channels`,
        },
      },
      expect.anything(),
    );
    expect(followed[0]).toMatchObject({ target: '_self', referrerPolicy: 'origin', rel: '' });
    expect(authorization.getState().status).toBe('redirecting');
    window.history.replaceState(null, '', '/sales?sc_authorization=aut_1');
    expect(takeAuthorizationReturn(window)).toEqual({ authorizationId: 'aut_1', reconnects: 'con_9' });
  });

  it('is idle again when the browser shows the left page once more', async () => {
    const { authorization } = setUp();
    authorization.redirect(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(0);
    window.dispatchEvent(Object.assign(new Event('pageshow'), { persisted: true }));
    expect(authorization.getState().status).toBe('idle');
  });

  it('asks no more after cancel, and drops a late answer', async () => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    let answer: ((state: ServerState) => void) | undefined;
    getAuthorization.mockImplementationOnce(() => new Promise((resolve) => (answer = resolve)));
    await vi.advanceTimersByTimeAsync(1_000);
    authorization.cancel();
    answer?.(succeeded('aut_1'));
    await vi.advanceTimersByTimeAsync(5_000);
    expect(authorization.getState()).toEqual({ status: 'idle' });
    expect(getAuthorization).toHaveBeenCalledTimes(1);
    expect(popups[0]?.closed).toBe(true);
  });

  it('does not go to the sign-in page when cancelled before it began', async () => {
    const { authorization } = setUp();
    authorization.open(QUICKBOOKS);
    authorization.cancel();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(followed).toHaveLength(0);
    expect(popups[0]?.closed).toBe(true);
    expect(authorization.getState()).toEqual({ status: 'idle' });
  });
});
