import type { Channel } from '@sales-channels/contract';
import { AuthorizationStatusView } from '../authorization-window/authorization-status.view.tsx';
import { useAuthorizationAttempt } from '../authorization-window/use-authorization-attempt.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { channelTitle } from './channel-title.ts';
import type { Trouble } from './trouble.ts';
import { TroubleView } from './trouble.view.tsx';

export interface ReconnectProps {
  channel: Channel;
  trouble: Trouble;
  canManage: boolean;
  /** Told of the click; once the sign-in is done, this part is gone. */
  onBegin: () => void;
}

/** What is wrong with a channel's sign-in, and the way to a new one. */
export function Reconnect({ channel, trouble, canManage, onBegin }: ReconnectProps) {
  const { channels, common } = useMessages();
  const { connection } = channel;
  const target = connection && { provider: connection.provider, connectionId: connection.id };
  const { state, isUnderWay, open, redirect, showWindow, cancel } = useAuthorizationAttempt(target, onBegin);

  if (!canManage) {
    return <TroubleView tone={trouble.tone} text={`${trouble.text} ${channels.reconnectNeedsPermission}`} />;
  }
  return (
    <>
      <TroubleView
        tone={trouble.tone}
        text={trouble.text}
        {...(trouble.failedAt !== undefined && { failedAt: trouble.failedAt })}
        action={
          // It stays in its place while the sign-in is under way, so that the focus does too.
          <Button size="small" icon="external" aria-disabled={isUnderWay} onClick={open}>
            {trouble.action === 'connect_again' ? channels.connectAgain : channels.reconnect}
            <VisuallyHidden>
              {channels.ofChannel(channelTitle(channel))}, {common.opensNewWindow}
            </VisuallyHidden>
          </Button>
        }
      />
      <AuthorizationStatusView
        state={state}
        providerName={channel.connection?.providerName ?? ''}
        onTryAgain={open}
        onSignInHere={redirect}
        onShowWindow={showWindow}
        onCancelSignIn={cancel}
      />
    </>
  );
}
