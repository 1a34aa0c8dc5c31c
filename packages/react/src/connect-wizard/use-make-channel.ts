import type { Channel, CreateChannel } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import type { Dispatch } from 'react';
import { useRef } from 'react';
import { failureOf } from '../authorization-window/poll-authorization.ts';
import { useCreateChannel } from '../queries/channel-mutations.ts';
import type { Attempt } from './attempt.ts';
import { attemptFor } from './attempt.ts';
import type { WizardEvent } from './connect-wizard.machine.ts';
import { useRefreshChoices } from './use-refresh-choices.ts';

interface MakeChannelOptions {
  dispatch: Dispatch<WizardEvent>;
  onMade: (channel: Channel) => void;
  /** The server refused the date. */
  onDateRefused: (problem: ApiProblem) => void;
}

const isDateRefused = (error: unknown): error is ApiProblem =>
  error instanceof ApiProblem && error.fieldErrors.some(({ path }) => path.endsWith('initialSyncDate'));

/** Makes the channel, one for each thing the user meant, and tells the wizard how it went. */
export function useMakeChannel({ dispatch, onMade, onDateRefused }: MakeChannelOptions) {
  const { mutateAsync } = useCreateChannel();
  const refreshChoices = useRefreshChoices();
  const attempt = useRef<Attempt<CreateChannel> | null>(null);
  const isUnderWay = useRef(false);

  return async (body: CreateChannel): Promise<void> => {
    if (isUnderWay.current) return;
    isUnderWay.current = true;
    attempt.current = attemptFor(attempt.current, body);
    dispatch({ type: 'submitted' });
    try {
      const channel = await mutateAsync(attempt.current);
      dispatch({ type: 'created', channelId: channel.id });
      onMade(channel);
    } catch (error) {
      // A clear "no" ends the attempt; without an answer the next try has to be recognised as the same.
      if (error instanceof ApiProblem && error.status >= 400 && error.status < 500) attempt.current = null;
      refreshChoices().catch(() => []);
      if (isDateRefused(error)) {
        dispatch({ type: 'field_refused' });
        onDateRefused(error);
      } else {
        dispatch({ type: 'refused', failure: failureOf(error) });
      }
    } finally {
      isUnderWay.current = false;
    }
  };
}
