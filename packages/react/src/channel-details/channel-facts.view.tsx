import type { Channel } from '@sales-channels/contract';
import type { ReactNode } from 'react';
import { useMessages } from '../messages/use-messages.ts';
import { Badge } from '../primitives/badge.tsx';
import { RelativeTime } from '../primitives/relative-time.tsx';
import { channelTitle } from '../sales-channels/channel-title.ts';
import { statusLooks } from '../sales-channels/status-look.ts';
import { describeCause } from './describe-cause.ts';

export function ChannelFactsView({ channel }: { channel: Channel }) {
  const messages = useMessages();
  const { channelDetails: words, channels } = messages;
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
    </dl>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="sc-fact">
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
