import type { Channel } from '@sales-channels/contract';
import type { ReactNode, RefObject } from 'react';
import type { DetailsPart } from '../channel-details/channel-details.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { useAuthorizationEnd } from '../queries/use-authorization-end.ts';
import type { Access } from './access.ts';
import { Activate } from './activate.tsx';
import { channelTitle } from './channel-title.ts';
import type { Trouble } from './trouble.ts';
import { describeTroubles } from './describe-trouble.ts';
import { Reconnect } from './reconnect.tsx';
import { TroubleView } from './trouble.view.tsx';
import { UpgradeButton } from './upgrade-button.tsx';
import { useAfterAction } from './use-after-action.ts';

export interface ChannelTroubleProps {
  channel: Channel;
  access: Access;
  /** Takes the focus when the action that had it is gone. */
  titleRef: RefObject<HTMLElement | null>;
  /** Opens the channel's details, from that part on. */
  onDetails: (part: DetailsPart) => void;
}

const isSigningIn = (action: Trouble['action']): action is 'reconnect' | 'connect_again' =>
  action === 'reconnect' || action === 'connect_again';

/** What keeps a channel from syncing well, and what helps against each. */
export function ChannelTrouble({ channel, access, titleRef, onDetails }: ChannelTroubleProps) {
  const messages = useMessages();
  const title = channelTitle(channel);
  const { isTrackingOn, moreConnectionsPlan } = access;
  const { format } = useSalesChannels('ChannelTrouble');
  const endsSoon = channel.attention.includes('authorisation_expires_soon');
  const authorizationEndsAt = useAuthorizationEnd(channel, endsSoon);
  const troubles = describeTroubles(channel, {
    messages,
    format,
    isTrackingOn,
    moreConnectionsPlan,
    authorizationEndsAt,
  });
  const actions = troubles.map(({ action }) => action);
  const news = `${title}: ${messages.channels.statuses[channel.status]}`;
  const isSignIn = actions.some(isSigningIn);
  const [afterSignIn, onSignInBegun] = useAfterAction(isSignIn, news, titleRef);
  const [afterActivation, onActivationBegun] = useAfterAction(actions.includes('activate'), news, titleRef);
  const canManage = access.canManage && !access.isReadOnly;
  const detailsButton = (words: ReactNode, part: DetailsPart) => (
    <Button size="small" aria-haspopup="dialog" onClick={() => onDetails(part)}>
      {words}
      <VisuallyHidden>{messages.channels.ofChannel(title)}</VisuallyHidden>
    </Button>
  );
  const ways = {
    upgrade: (
      <UpgradeButton
        size="small"
        requiredPlan={moreConnectionsPlan}
        reason="not_in_plan"
        of={messages.channels.ofChannel(title)}
      />
    ),
    see_details: detailsButton(messages.channels.seeDetails, 'facts'),
    see_documents: detailsButton(messages.channels.seeDocuments, 'documents'),
  };

  return (
    <>
      {troubles.map((trouble) => {
        const { about, action } = trouble;
        // By what is to be done: while somebody signs in, why may change.
        if (isSigningIn(action))
          return (
            <Reconnect
              key="sign-in"
              channel={channel}
              trouble={trouble}
              onBegin={onSignInBegun}
              canManage={canManage}
            />
          );
        if (action === 'activate')
          return (
            <Activate
              key={about}
              channel={channel}
              trouble={trouble}
              onBegin={onActivationBegun}
              canManage={canManage}
            />
          );
        return <TroubleView key={about} {...trouble} action={action !== null && ways[action]} />;
      })}
      <output className="sc-visually-hidden">{afterSignIn || afterActivation}</output>
    </>
  );
}
