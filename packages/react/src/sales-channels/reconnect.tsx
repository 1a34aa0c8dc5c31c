import type { Channel } from '@sales-channels/contract';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { channelTitle } from './channel-title.ts';
import type { Trouble } from './describe-trouble.ts';
import { TroubleView } from './trouble.view.tsx';
import { useReconnect } from './use-reconnect.ts';

export interface ReconnectProps {
  channel: Channel;
  trouble: Trouble;
  canManage: boolean;
}

/** What is wrong with a channel's sign-in, and the way to a new one. */
export function Reconnect({ channel, trouble, canManage }: ReconnectProps) {
  const messages = useMessages();
  const { channels, common } = messages;
  const { state, open, redirect, cancel } = useReconnect(channel);

  if (!canManage) {
    return <TroubleView tone={trouble.tone} text={`${trouble.text} ${channels.reconnectNeedsPermission}`} />;
  }
  switch (state.status) {
    case 'blocked':
      return (
        <TroubleView
          tone="warning"
          text={channels.reconnectBlocked}
          action={
            <Button size="small" onClick={redirect}>
              {channels.reconnectHere}
            </Button>
          }
        />
      );
    case 'waiting':
      return (
        <TroubleView
          tone={trouble.tone}
          text={state.isWindowClosed ? channels.reconnectClosed : channels.reconnectWaiting}
          action={
            <>
              <Button size="small" onClick={open}>
                {channels.reconnectAgain}
              </Button>
              <Button size="small" variant="quiet" onClick={cancel}>
                {common.cancel}
              </Button>
            </>
          }
        />
      );
    default:
      return (
        <TroubleView
          tone={trouble.tone}
          text={state.status === 'failed' ? describeProblem(messages, state.failure) : trouble.text}
          action={
            <Button
              size="small"
              icon="external"
              isPending={state.status === 'starting' || state.status === 'redirecting'}
              onClick={open}
            >
              {channels.reconnect}
              <VisuallyHidden>
                {channels.ofChannel(channelTitle(channel))}, {common.opensNewWindow}
              </VisuallyHidden>
            </Button>
          }
        />
      );
  }
}
