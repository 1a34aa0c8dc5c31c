import type { Channel, Context } from '@sales-channels/contract';
import { useReducer, useState } from 'react';
import type { AuthorizationFailure } from '../authorization-window/poll-authorization.ts';
import { tellHost } from '../provider/tell-host.ts';
import {
  asksBeforeClosing,
  currentStep,
  initialWizardState,
  wizardReducer,
  wizardSteps,
} from './connect-wizard.machine.ts';
import type { ConnectWizardViewProps } from './connect-wizard.view.tsx';
import { useDoneStep } from './use-done-step.ts';
import { useMakeChannel } from './use-make-channel.ts';
import { useSourceStep } from './use-source-step.ts';
import { useStartDateStep } from './use-start-date-step.ts';
import { useTellSteps } from './use-tell-steps.ts';

export interface ConnectWizardOptions {
  context: Context;
  /** Begins at the start date with this connection. */
  initialConnectionId: string | null;
  /** Why the sign-in failed that the page came back from. */
  initialFailure: AuthorizationFailure | null;
  onClose: () => void;
  onConnected: ((channel: Channel) => void) | undefined;
}

/** Everything behind the wizard; answers with what its view shows. */
export function useConnectWizard(options: ConnectWizardOptions): ConnectWizardViewProps {
  const { context } = options;
  const [state, dispatch] = useReducer(wizardReducer, options, (given) =>
    initialWizardState(given.initialConnectionId, given.initialFailure),
  );
  const [made, setMade] = useState<Channel | null>(null);

  const source = useSourceStep({ context, state, dispatch, onActivated: setMade });
  const { selected } = source;
  const step = currentStep(state, selected);
  const tellLeft = useTellSteps(step);
  const leave = () => {
    tellLeft();
    options.onClose();
  };
  const startDate = useStartDateStep({
    context,
    connection: step === 'start-date' ? selected : null,
    onSubmit: async (values) => {
      if (selected) await makeChannel({ type: 'accounting', connectionId: selected.id, ...values });
    },
  });
  const done = useDoneStep(made, context);
  const makeChannel = useMakeChannel({
    dispatch,
    onMade: (channel) => {
      setMade(channel);
      tellHost(() => options.onConnected?.(channel));
    },
    onDateRefused: startDate.refuseDate,
  });

  const buttonsOf = {
    source: source.buttons,
    'start-date': {
      step: 'start-date',
      isSubmitting: state.isSubmitting,
      onBack: () => dispatch({ type: 'went_back' }),
    },
    done: done.buttons,
  } as const;

  return {
    steps: wizardSteps(state, selected),
    screen: done.screen ?? (step === 'start-date' ? startDate.screen : source.screen),
    refusal: state.refusal,
    footer: { buttons: buttonsOf[step] },
    isAskingToClose: state.isAskingToClose,
    onClose: () => {
      // The answer of a request that is on its way is waited for: it may have made the channel.
      if (state.isSubmitting) return;
      if (asksBeforeClosing(state, startDate.isChanged)) dispatch({ type: 'close_asked' });
      else leave();
    },
    onLeave: leave,
    onStay: () => dispatch({ type: 'close_declined' }),
  };
}
