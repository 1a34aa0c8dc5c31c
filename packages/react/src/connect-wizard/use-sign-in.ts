import type { Connection } from '@sales-channels/contract';
import { createProblem } from '@sales-channels/contract';
import type { Dispatch } from 'react';
import { useEffect } from 'react';
import type { AuthorizationState } from '../authorization-window/create-authorization.ts';
import { useSignInWindow } from '../authorization-window/use-sign-in-window.ts';
import { connectionChoices } from './connection-choices.ts';
import type { WizardEvent } from './connect-wizard.machine.ts';
import { useRefreshChoices } from './use-refresh-choices.ts';

/** Signing in to a new or a known connection from inside the wizard, which then goes on with it. */
export function useSignIn(dispatch: Dispatch<WizardEvent>) {
  const [state, authorization] = useSignInWindow('useSignIn');
  const refreshChoices = useRefreshChoices();

  useEffect(() => {
    const goOn = async (succeeded: AuthorizationState & { status: 'succeeded' }) => {
      const connections = await refreshChoices().catch(() => []);
      if (authorization.getState() !== succeeded) return;
      const { connectionId } = succeeded;
      const signedIn = connectionChoices(connections).find(
        ({ connection }) => connection.id === connectionId,
      );
      authorization.cancel();
      dispatch(
        signedIn?.obstacle === 'has_channel'
          ? { type: 'company_refused', failure: createProblem('channel_exists') }
          : { type: 'signed_in', connectionId },
      );
    };
    return authorization.subscribe(() => {
      const state = authorization.getState();
      if (state.status === 'succeeded') void goOn(state);
    });
  }, [authorization, refreshChoices, dispatch]);

  const target = 'target' in state ? state.target : null;
  return {
    state,
    onConnect: (provider: string) => {
      authorization.open({ provider });
      dispatch({ type: 'sign_in_started' });
    },
    onReconnect: ({ provider, id }: Connection) => {
      authorization.open({ provider, connectionId: id });
      dispatch({ type: 'sign_in_started' });
    },
    onTryAgain: () => target && authorization.open(target),
    onSignInHere: () => target && authorization.redirect(target),
    onShowWindow: () => authorization.focus(),
    onCancelSignIn: () => authorization.cancel(),
  };
}
