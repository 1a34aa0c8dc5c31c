import type { Channel } from '@sales-channels/contract';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { useSalesChannels } from '../provider/sales-channels-context.ts';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { statusLooks } from '../sales-channels/status-look.ts';
import { describeCause } from './describe-cause.ts';
import { Fact } from './fact.view.tsx';
import { SyncingFactsView } from './syncing-facts.view.tsx';

export interface ChannelFactsViewProps {
  channel: Channel;
  /** When the authorization ends, where that is near; ISO 8601. */
  authorizationEndsAt: string | null;
}

export function ChannelFactsView({ channel, authorizationEndsAt }: ChannelFactsViewProps) {
  const messages = useMessages();
  const { channelDetails: words, channels } = messages;
  const { format } = useSalesChannels('ChannelFactsView');
  const { connection, lastRun, lastSyncedAt } = channel;
  const look = statusLooks[channel.status];
  const title = channelTitle(channel);
  const isNamed = ![title, connection?.companyName].includes(channel.name);
  const isLastRunMeant = lastRun !== null && lastRun.endedAt === lastSyncedAt;
  return (
    <dl className="sc-facts" aria-label={words.factsTitle}>
      {connection !== null && (
        <Fact term={words.company}>
          <bdi>{connection.companyName}</bdi>
        </Fact>
      )}
      {isNamed && (
        <Fact term={words.name}>
          <bdi>{channel.name}</bdi>
        </Fact>
      )}
      <Fact term={words.type}>
        {[channels.types[channel.type], connection?.providerName].filter(Boolean).join(' · ')}
      </Fact>
      <Fact term={words.status}>
        <Badge tone={look.tone} icon={look.icon}>
          {channels.statuses[channel.status]}
        </Badge>
      </Fact>
      <Fact term={words.addedAt}>
        <RelativeTime instant={channel.createdAt} />
      </Fact>
      <Fact term={words.lastSynced}>
        {lastSyncedAt === null ? words.never : <RelativeTime instant={lastSyncedAt} />}
        {isLastRunMeant && <span className="sc-facts-more"> · {describeCause(lastRun, messages)}</span>}
      </Fact>
      <SyncingFactsView channel={channel} />
      {authorizationEndsAt !== null && (
        <Fact term={words.signIn}>{words.endsOn(format.day(authorizationEndsAt))}</Fact>
      )}
    </dl>
  );
}
