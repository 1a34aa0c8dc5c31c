import type { Channel } from '@sales-channels/contract';
import { ApiProblem } from '@sales-channels/contract/client';
import { signsInHere } from '../authorization-window/signs-in-here.ts';
import { describeProblem } from '../messages/describe-problem.ts';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useActivateChannel } from '../queries/activate-channel.ts';
import { channelTitle } from './channel-title.ts';
import type { Trouble } from './trouble.ts';
import { Reconnect } from './reconnect.tsx';
import { TroubleView } from './trouble.view.tsx';
import { UpgradeButton } from './upgrade-button.tsx';

export interface ActivateProps {
  channel: Channel;
  trouble: Trouble;
  canManage: boolean;
  /** Told of the click; once the channel is active, this part is gone. */
  onBegin: () => void;
}

/** The way back for an inactive channel, which asks nothing; and what stands in it, with what helps. */
export function Activate({ channel, trouble, canManage, onBegin }: ActivateProps) {
  const { channels } = useMessages();
  const activate = useActivateChannel();

  if (!canManage) {
    return <TroubleView tone={trouble.tone} text={`${trouble.text} ${channels.activateNeedsPermission}`} />;
  }
  return (
    <>
      <TroubleView
        tone={trouble.tone}
        text={trouble.text}
        action={
          <Button
            size="small"
            isPending={activate.isPending}
            onClick={() => {
              onBegin();
              activate.mutate(channel.id);
            }}
          >
            {channels.activate}
            <VisuallyHidden>{channels.ofChannel(channelTitle(channel))}</VisuallyHidden>
          </Button>
        }
      />
      {activate.isError && <Refusal channel={channel} error={activate.error} />}
    </>
  );
}

function Refusal({ channel, error }: { channel: Channel; error: Error }) {
  const messages = useMessages();
  const text = describeProblem(messages, error);
  const code = error instanceof ApiProblem ? error.code : null;
  if (code === 'connection_unavailable' && signsInHere(channel.connection)) {
    const trouble: Trouble = { about: 'status', tone: 'danger', text, action: 'connect_again' };
    return <Reconnect channel={channel} trouble={trouble} canManage onBegin={() => {}} />;
  }
  return (
    <TroubleView
      tone="danger"
      text={text}
      action={
        code === 'not_in_plan' && (
          <UpgradeButton
            size="small"
            requiredPlan={error instanceof ApiProblem ? error.problem?.requiredPlan : undefined}
            reason="not_in_plan"
            of={messages.channels.ofChannel(channelTitle(channel))}
          />
        )
      }
    />
  );
}
