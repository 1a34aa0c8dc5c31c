import type { Channel } from '@sales-channels/contract';
import type { ReactNode, RefObject } from 'react';
import type { DetailsPart } from '../channel-details/channel-details.tsx';
import { useMessages } from '../messages/use-messages.ts';
import { Button } from '../primitives/button.tsx';
import { VisuallyHidden } from '../primitives/visually-hidden.tsx';
import type { Access } from './access.ts';
import { Activate } from './activate.tsx';
import { channelTitle } from './channel-title.ts';
import { describeTrouble } from './describe-trouble.ts';
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

/** What keeps a channel from syncing well, and the one action against it. */
export function ChannelTrouble({ channel, access, titleRef, onDetails }: ChannelTroubleProps) {
  const messages = useMessages();
  const title = channelTitle(channel);
  const { isTrackingOn, moreConnectionsPlan } = access;
  const trouble = describeTrouble(channel, { messages, isTrackingOn, moreConnectionsPlan });
  const action = trouble?.action ?? null;
  const news = `${title}: ${messages.channels.statuses[channel.status]}`;
  const isSignIn = action === 'reconnect' || action === 'connect_again';
  const [afterSignIn, onSignInBegun] = useAfterAction(isSignIn, news, titleRef);
  const [afterActivation, onActivationBegun] = useAfterAction(action === 'activate', news, titleRef);
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
      {trouble !== null && isSignIn && (
        <Reconnect channel={channel} trouble={trouble} onBegin={onSignInBegun} canManage={canManage} />
      )}
      {trouble !== null && action === 'activate' && (
        <Activate channel={channel} trouble={trouble} onBegin={onActivationBegun} canManage={canManage} />
      )}
      {trouble !== null && !isSignIn && action !== 'activate' && (
        <TroubleView {...trouble} action={action !== null && ways[action]} />
      )}
      <output className="sc-visually-hidden">{afterSignIn || afterActivation}</output>
    </>
  );
}
