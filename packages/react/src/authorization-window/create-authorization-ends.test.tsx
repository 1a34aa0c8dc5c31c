import type { Authorization as ServerState } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { describe, expect, it, vi } from 'vitest';
import { QUICKBOOKS, refusal, setUp, succeeded, useFakeWindows } from '../testing/sign-in-windows.ts';
import { takeAuthorizationReturn } from './authorization-return.ts';

const windows = useFakeWindows();

describe('a sign-in that ends otherwise', () => {
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
    expect(windows.popups[0]?.closed).toBe(true);
    expect(authorization.getState()).toMatchObject({
      status: 'failed',
      failure: { code: 'connection_limit_reached' },
    });
  });

  it('C-09 says that the window was blocked, asking the server for nothing', () => {
    const { authorization, startAuthorization } = setUp();
    windows.openWindow.mockReturnValueOnce(null);
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
    expect(windows.followed[0]).toMatchObject({ target: '_top', referrerPolicy: 'origin', rel: '' });
    expect(authorization.getState().status).toBe('redirecting');
    window.history.replaceState(null, '', '/sales?sc_authorization=aut_1');
    expect(takeAuthorizationReturn(window)).toEqual({ authorizationId: 'aut_1', reconnects: 'con_9' });
  });

  it("C-09 signs in in the whole page in an app's web view, opening no window", async () => {
    const { authorization, startAuthorization } = setUp();
    vi.stubGlobal('navigator', { userAgent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9; wv) Safari/537.36' });
    authorization.open(QUICKBOOKS);
    authorization.open(QUICKBOOKS);
    await vi.advanceTimersByTimeAsync(0);
    expect(windows.openWindow).not.toHaveBeenCalled();
    expect(startAuthorization).toHaveBeenCalledTimes(1);
    expect(windows.followed[0]).toMatchObject({ target: '_top' });
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
    expect(windows.popups[0]?.closed).toBe(true);
  });

  it('does not go to the sign-in page when cancelled before it began', async () => {
    const { authorization } = setUp();
    authorization.open(QUICKBOOKS);
    authorization.cancel();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(windows.followed).toHaveLength(0);
    expect(windows.popups[0]?.closed).toBe(true);
    expect(authorization.getState()).toEqual({ status: 'idle' });
  });
});
