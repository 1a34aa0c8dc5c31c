import type { Context } from '@sales-channels/contract';
import { useEffect } from 'react';
import { AuthorizationStatusView } from '../authorization-window/authorization-status.view.tsx';
import { useAuthorizationAttempt } from '../authorization-window/use-authorization-attempt.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useNoteRedirect } from './settings-return.ts';

export interface ConnectProviderProps {
  provider: Context['providers'][number];
  /** Whether it would be the first connection there is. */
  isFirst: boolean;
  onSignedIn: (providerName: string) => void;
}

/** The way to a new connection. */
export function ConnectProvider({ provider: { id, name }, isFirst, onSignedIn }: ConnectProviderProps) {
  const { connections: words, common } = useMessages();
  const signIn = useAuthorizationAttempt({ provider: id });
  useNoteRedirect(signIn.state);
  const hasSucceeded = signIn.state.status === 'succeeded';
  useEffect(() => {
    if (hasSucceeded) onSignedIn(name);
  }, [hasSucceeded, name, onSignedIn]);

  return (
    <div className="sc-connect-provider">
      <Button
        variant={isFirst ? 'primary' : 'secondary'}
        size={isFirst ? 'medium' : 'small'}
        icon="external"
        aria-disabled={signIn.isUnderWay}
        onClick={signIn.open}
      >
        {isFirst ? words.connect(name) : words.connectAnother(name)}
        <VisuallyHidden>, {common.opensNewWindow}</VisuallyHidden>
      </Button>
      <AuthorizationStatusView
        state={signIn.state}
        providerName={name}
        onTryAgain={signIn.open}
        onSignInHere={signIn.redirect}
        onShowWindow={signIn.showWindow}
        onCancelSignIn={signIn.cancel}
      />
    </div>
  );
}
