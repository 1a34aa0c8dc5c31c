import { createProblem } from '@sales-channels/contract';
import type { Authorization } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { render, renderHook, waitFor } from '@testing-library/react';
import { StrictMode } from 'react';
import { expect, it, vi } from 'vitest';
import type { AuthorizationOutcome } from './poll-authorization.ts';
import { noteReconnect } from './authorization-return.ts';
import { useAuthorizationReturn } from './use-authorization-return.ts';

type OnReturn = (outcome: AuthorizationOutcome, reconnects: string | null) => void;
const answer: Authorization = {
  id: 'aut_3',
  status: 'succeeded',
  connectionId: 'con_1',
  problem: null,
  expiresAt: '2026-11-23T12:00:00Z',
};

function setUp(answers: Partial<Authorization> = {}) {
  const getAuthorization = vi.fn<(input: unknown) => Promise<Authorization>>(() =>
    Promise.resolve({ ...answer, ...answers }),
  );
  const client = { getAuthorization } as unknown as SalesChannelsClient;
  function Asking({ onReturn }: { onReturn: OnReturn }) {
    useAuthorizationReturn(client, onReturn);
    return null;
  }
  return { Asking, getAuthorization };
}

it('C-09 tells once what came of a full-page sign-in, and cleans the address, under StrictMode too', async () => {
  window.history.replaceState({ route: 1 }, '', '/sales?tab=channels&sc_authorization=aut_3#list');
  const { Asking, getAuthorization } = setUp();
  const onReturn = vi.fn<OnReturn>();
  const onSecond = vi.fn<OnReturn>();
  render(
    <StrictMode>
      <Asking onReturn={onReturn} />
      <Asking onReturn={onSecond} />
    </StrictMode>,
  );
  expect(window.location.href).toBe(`${window.location.origin}/sales?tab=channels#list`);
  expect(window.history.state).toEqual({ route: 1 });
  await waitFor(() =>
    expect(onReturn.mock.calls).toEqual([[{ connectionId: 'con_1', failure: null }, null]]),
  );
  expect(getAuthorization.mock.calls[0]?.[0]).toEqual({ params: { authorizationId: 'aut_3' } });
  expect(onSecond).not.toHaveBeenCalled();
});

it('C-09 tells why a full-page sign-in failed, and for which connection it was', async () => {
  noteReconnect(window, 'aut_3', 'con_1');
  window.history.replaceState(null, '', '/sales?sc_authorization=aut_3');
  const problem = createProblem('authorization_denied');
  const { Asking } = setUp({ status: 'failed', connectionId: null, problem });
  const onReturn = vi.fn<OnReturn>();
  render(<Asking onReturn={onReturn} />);
  await waitFor(() =>
    expect(onReturn).toHaveBeenCalledWith({ connectionId: null, failure: problem }, 'con_1'),
  );
});

it('does not carry the sign-in of one business over to another', async () => {
  window.history.replaceState(null, '', '/sales?sc_authorization=aut_3');
  const pending = vi.fn<() => Promise<never>>(() => new Promise(() => {}));
  const other = vi.fn<() => Promise<Authorization>>(() => Promise.resolve(answer));
  const clientOf = (getAuthorization: unknown) => ({ getAuthorization }) as unknown as SalesChannelsClient;
  const onReturn = vi.fn<OnReturn>();
  const { rerender } = renderHook((client: SalesChannelsClient) => useAuthorizationReturn(client, onReturn), {
    initialProps: clientOf(pending),
  });
  await waitFor(() => expect(pending).toHaveBeenCalledTimes(1));
  rerender(clientOf(other));
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(other).not.toHaveBeenCalled();
  expect(onReturn).not.toHaveBeenCalled();
});

it('asks nothing on an ordinary visit', () => {
  window.history.replaceState(null, '', '/sales');
  const { Asking, getAuthorization } = setUp();
  render(<Asking onReturn={() => {}} />);
  expect(getAuthorization).not.toHaveBeenCalled();
});
