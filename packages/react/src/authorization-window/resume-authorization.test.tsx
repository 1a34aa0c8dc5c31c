import type { Authorization } from '@sales-channels/contract';
import type { SalesChannelsClient } from '@sales-channels/contract/client';
import { expect, it, vi } from 'vitest';
import { failed, pending, succeeded } from '../testing/sign-in-windows.ts';
import { noteReconnect } from './authorization-return.ts';
import { resumeAuthorization } from './resume-authorization.ts';

function answering(...answers: Authorization[]) {
  const getAuthorization = vi.fn<() => Promise<Authorization | undefined>>(async () => answers.shift());
  return { client: { getAuthorization } as unknown as SalesChannelsClient, getAuthorization };
}

it('C-09 tells without React what came of a full-page sign-in, once', async () => {
  window.history.replaceState(null, '', '/sales?tab=channels&sc_authorization=aut_3');
  const { client } = answering(pending('aut_3'), succeeded('aut_3'));
  const resumed = resumeAuthorization(client);
  expect(window.location.search).toBe('?tab=channels');
  expect(await resumeAuthorization(client)).toBeNull();
  expect(await resumed).toEqual({ connectionId: 'con_1', failure: null, reconnects: null });
});

it('C-09 tells without React which connection was not reconnected', async () => {
  noteReconnect(window, 'aut_3', 'con_9');
  window.history.replaceState(null, '', '/sales?sc_authorization=aut_3');
  const { client } = answering(failed('aut_3', 'company_mismatch'));
  expect(await resumeAuthorization(client)).toMatchObject({
    connectionId: null,
    failure: { code: 'company_mismatch' },
    reconnects: 'con_9',
  });
});

it('asks no more once it is aborted', async () => {
  window.history.replaceState(null, '', '/sales?sc_authorization=aut_3');
  const { client, getAuthorization } = answering();
  const abort = new AbortController();
  const resumed = resumeAuthorization(client, { signal: abort.signal });
  abort.abort(new Error('The page was left.'));
  await expect(resumed).rejects.toThrow('The page was left.');
  expect(getAuthorization).not.toHaveBeenCalled();
});
