import type { Authorization as ServerState } from '@sales-channels/contract';
import { describe, expect, it, vi } from 'vitest';
import { failed, pending, QUICKBOOKS, setUp, succeeded, useFakeWindows } from '../testing/sign-in-windows.ts';

const windows = useFakeWindows();

function post(data: unknown, from: { origin?: string; source?: unknown } = {}) {
  const { origin = 'https://bff.example', source = windows.popups[0] } = from;
  const event = new MessageEvent('message', { data, origin });
  Object.defineProperty(event, 'source', { value: source });
  window.dispatchEvent(event);
}
const signalOf = (authorizationId: string) => ({ type: 'sales-channels:authorization', authorizationId });

describe('createAuthorization', () => {
  it('C-09 opens the window within the click, then sends it to the start page with the origin as referrer', async () => {
    const { authorization, startAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    expect(windows.openWindow).toHaveBeenCalledTimes(1);
    expect(startAuthorization).toHaveBeenCalledWith({ body: QUICKBOOKS }, expect.anything());
    const [url, name, features] = windows.openWindow.mock.calls[0] ?? [];
    expect(url).toBe('about:blank');
    expect(features).not.toContain('noopener');

    await vi.advanceTimersByTimeAsync(0);
    expect(windows.followed).toHaveLength(1);
    expect(windows.followed[0]).toMatchObject({
      href: 'https://bff.example/start/aut_1',
      target: name,
      rel: '',
    });
    expect(windows.followed[0]?.referrerPolicy).toBe('origin');
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
    expect(windows.openWindow).toHaveBeenCalledTimes(1);
    await vi.advanceTimersByTimeAsync(0);
    authorization.open(QUICKBOOKS);
    expect(windows.openWindow).toHaveBeenCalledTimes(2);
    expect(windows.openWindow.mock.calls[0]?.[1]).not.toBe(windows.openWindow.mock.calls[1]?.[1]);
  });

  it('C-09 believes the server, asked every second, and closes the window when it has ended', async () => {
    const { authorization, getAuthorization } = setUp();
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(2_500);
    expect(getAuthorization).toHaveBeenCalledTimes(2);
    getAuthorization.mockResolvedValueOnce(succeeded('aut_1'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState()).toEqual({ status: 'succeeded', connectionId: 'con_1' });
    expect(windows.popups[0]?.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(getAuthorization).toHaveBeenCalledTimes(3);
  });

  it('C-09 goes on asking about a state newer than itself', async () => {
    const { authorization, getAuthorization } = setUp();
    getAuthorization.mockResolvedValueOnce({ ...pending('aut_1'), status: 'unknown' });
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState().status).toBe('waiting');
    getAuthorization.mockResolvedValueOnce(succeeded('aut_1'));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(authorization.getState().status).toBe('succeeded');
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
    windows.popups[0]?.close();
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
    expect(windows.popups.every((popup) => popup.closed)).toBe(true);
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
});
