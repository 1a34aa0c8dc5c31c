import { useEffect, useRef } from 'react';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { Notice } from '../primitives/notice.tsx';
import type { AuthorizationState } from './create-authorization.ts';

export interface AuthorizationStatusViewProps {
  state: AuthorizationState;
  providerName: string;
  onTryAgain: () => void;
  /** Signs in in the whole page. */
  onSignInHere: () => void;
  onShowWindow: () => void;
  onCancelSignIn: () => void;
}

/** Where a sign-in stands, and the ways on from there. The region is always there, so that changes are read out. */
export function AuthorizationStatusView({ state, ...rest }: AuthorizationStatusViewProps) {
  const region = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // It may be below what is in view, and it is what the user waits for.
    if (state.status !== 'idle') region.current?.scrollIntoView?.({ block: 'nearest' });
  }, [state]);
  return (
    <div ref={region} className="sc-authorization" role={state.status === 'failed' ? 'alert' : 'status'}>
      <StatusNotice state={state} {...rest} />
    </div>
  );
}

function StatusNotice({ state, providerName, ...on }: AuthorizationStatusViewProps) {
  const messages = useMessages();
  const words = messages.authorizationWindow;
  const tryAgain = (
    <Button size="small" onClick={on.onTryAgain}>
      {words.tryAgain}
    </Button>
  );
  const cancel = (
    <Button size="small" variant="quiet" onClick={on.onCancelSignIn}>
      {words.cancel}
    </Button>
  );

  switch (state.status) {
    case 'idle':
      return null;
    case 'starting':
      return <Notice tone="info">{words.starting(providerName)}</Notice>;
    case 'redirecting':
      return <Notice tone="info">{words.redirecting(providerName)}</Notice>;
    case 'succeeded':
      return <Notice tone="success">{words.succeeded(providerName)}</Notice>;
    case 'blocked':
      return (
        <Notice
          tone="warning"
          title={words.blockedTitle}
          action={
            <>
              <Button size="small" onClick={on.onSignInHere}>
                {words.signInHere}
              </Button>
              {tryAgain}
              {cancel}
            </>
          }
        >
          {words.blockedText(providerName)}
        </Notice>
      );
    case 'waiting':
      return state.isWindowClosed ? (
        <Notice
          tone="warning"
          title={words.windowClosed}
          action={
            <>
              {tryAgain}
              {cancel}
            </>
          }
        >
          {words.windowClosedText(providerName)}
        </Notice>
      ) : (
        <Notice
          tone="info"
          action={
            <>
              <Button size="small" onClick={on.onShowWindow}>
                {words.showWindow}
              </Button>
              {cancel}
            </>
          }
        >
          {words.waiting(providerName)}
        </Notice>
      );
    default:
      return (
        <Notice tone="danger" title={words.failedTitle(providerName)}>
          {describeProblem(messages, state.failure)}
        </Notice>
      );
  }
}
