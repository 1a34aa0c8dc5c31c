import type { Channel, Context } from '@sales-channels/contract';
import type { Dispatch } from 'react';
import { useMemo } from 'react';
import { failureOf } from '../authorization-window/poll-authorization.ts';
import { useActivateChannel } from '../queries/activate-channel.ts';
import { useChannels } from '../queries/channels.ts';
import { useConnections } from '../queries/connections.ts';
import type { WizardEvent, WizardState } from './connect-wizard.machine.ts';
import { currentStep, selectedConnection } from './connect-wizard.machine.ts';
import { connectionChoices, countLive } from './connection-choices.ts';
import { useSignIn } from './use-sign-in.ts';

interface SourceStepOptions {
  context: Context;
  state: WizardState;
  dispatch: Dispatch<WizardEvent>;
  /** An inactive channel was activated instead of a new one made. */
  onActivated: (channel: Channel) => void;
}

/** The connections there are, the one selected, and signing in to another. */
export function useSourceStep({ context, state, dispatch, onActivated }: SourceStepOptions) {
  const { data, error, refetch } = useConnections();
  const { data: channels } = useChannels();
  const activate = useActivateChannel();
  const choices = useMemo(
    () => (data ? connectionChoices(data.items, channels?.items) : null),
    [data, channels],
  );
  const selected = selectedConnection(state, choices ?? []);
  const signIn = useSignIn(dispatch);

  const { maxAccountingConnections: connections, moreConnectionsPlan: plan } = context.entitlements;
  const isFull = data !== undefined && countLive(data.items) >= connections;
  const isChosenGone =
    choices !== null && state.step === 'start-date' && currentStep(state, selected) === 'source';

  return {
    selected,
    screen: {
      id: 'source',
      choices,
      loadError: data === undefined ? error : null,
      selectedId: selected?.id ?? null,
      providers: context.providers,
      limit: isFull ? { connections, plan } : null,
      isChosenGone,
      onRetryLoad: () => void refetch(),
      onPick: (connectionId: string) => dispatch({ type: 'connection_picked', connectionId }),
      reactivatingId: activate.isPending ? activate.variables : null,
      onReactivate: (channelId: string) =>
        activate.mutate(channelId, {
          onSuccess: (channel) => {
            dispatch({ type: 'created', channelId });
            onActivated(channel);
          },
          onError: (error) => dispatch({ type: 'activation_refused', failure: failureOf(error) }),
        }),
      ...signIn,
    },
    buttons: {
      step: 'source',
      canContinue: selected !== null,
      isContinueShown: choices === null ? error === null : choices.some(({ obstacle }) => obstacle === null),
      onContinue: () => selected && dispatch({ type: 'continued', connectionId: selected.id }),
    },
  } as const;
}
